-- The demo set of the requirements. Accounts come from the demo realms at their first login.
insert into tenant (id, staff, position, name, summary, default_language, zone, brand, brand_ink) values
('harmony', false, 10,
 '{"en": "Harmony", "es": "Harmony"}',
 '{"en": "Integration, API management and workflow automation on Jitterbit Harmony.", "es": "Integración, gestión de API y automatización de flujos en Jitterbit Harmony."}',
 'en', 'America/Los_Angeles', '#c2410c', '#ffffff'),
('bmc', false, 20,
 '{"en": "Customer of BMC", "es": "Cliente de BMC"}',
 '{"en": "Support for customers of BMC who use Jitterbit products.", "es": "Soporte para clientes de BMC que usan productos de Jitterbit."}',
 'en', 'America/Chicago', '#1d4ed8', '#ffffff'),
('app-builder', false, 30,
 '{"en": "App Builder", "es": "App Builder"}',
 '{"en": "Tickets, forum and releases for App Builder.", "es": "Tickets, foro y versiones de App Builder."}',
 'en', 'America/Los_Angeles', '#6d28d9', '#ffffff'),
('data-loader', false, 40,
 '{"en": "Data Loader", "es": "Data Loader"}',
 '{"en": "The community of our free migration tool for Salesforce.", "es": "La comunidad de nuestra herramienta gratuita de migración para Salesforce."}',
 'en', 'America/Los_Angeles', '#047857', '#ffffff'),
('legacy', false, 50,
 '{"en": "Legacy support portal", "es": "Portal de soporte anterior"}',
 '{"en": "Cases of the earlier Jitterbit support portal.", "es": "Casos del portal de soporte anterior de Jitterbit."}',
 'en', 'America/Los_Angeles', '#0f766e', '#ffffff'),
('staff', true, 90,
 '{"en": "Staff", "es": "Equipo de soporte"}',
 '{"en": "For those who answer.", "es": "Para quienes responden."}',
 'en', 'America/Los_Angeles', '#334155', '#ffffff');

select set_config('app.tenant', 'harmony', true);
insert into tenant_plugin (tenant_id, plugin_id, settings) values ('harmony', 'harmony-cases', '{
  "onCall": ["on-call@harmony.example"], "supportTeam": ["support-team@harmony.example"],
  "supportEmail": "support@harmony.localhost", "hotline": "+1 555 0100",
  "communityUrl": "https://community.jitterbit.com/", "ideasUrl": "https://community.jitterbit.com/s/ideas"}');

select set_config('app.tenant', 'bmc', true);
insert into tenant_plugin (tenant_id, plugin_id, settings) values ('bmc', 'harmony-cases', '{
  "onCall": ["on-call@bmc.example"], "supportTeam": ["support-team@bmc.example"],
  "supportEmail": "support@bmc.localhost",
  "products": [
    {"id": "control-m", "labels": {"en": "BMC Control-M integration", "es": "Integración de BMC Control-M"}},
    {"id": "helix", "labels": {"en": "BMC Helix integration", "es": "Integración de BMC Helix"}},
    {"id": "integration-studio", "labels": {"en": "Integration Studio", "es": "Integration Studio"}},
    {"id": "other", "labels": {"en": "Something else", "es": "Otro"}}]}');
