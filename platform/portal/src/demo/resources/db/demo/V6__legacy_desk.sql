select set_config('app.tenant', 'legacy', true);
insert into tenant_plugin (tenant_id, plugin_id, settings) values ('legacy', 'legacy-portal', '{
  "onCall": ["on-call@legacy.example"], "supportTeam": ["support-team@legacy.example"],
  "supportEmail": "support@legacy.localhost", "communityUrl": "https://community.jitterbit.com/"}');
