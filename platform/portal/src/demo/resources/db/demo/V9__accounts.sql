-- Anybody may register with the legacy portal (C2), and one company has an enterprise plan (B11).
update tenant
set self_registration = true,
    footer = '{"texts": {"en": "Legacy support portal", "es": "Portal de soporte anterior"}, "links": []}'
where id = 'legacy';

select set_config('app.tenant', 'app-builder', true);
update organization set plan = 'ENTERPRISE', hotline = '+1 800 555 0199', shares = true where id = 'hooli';
update organization set name_folded = lower(name) where name_folded = '';

-- The number for emergencies is an organization's own: others do not see one (B11).
select set_config('app.tenant', 'harmony', true);
update tenant_plugin set settings = settings - 'hotline' where tenant_id = 'harmony';
update organization set name_folded = lower(name) where name_folded = '';
select set_config('app.tenant', 'bmc', true);
update tenant_plugin set settings = settings - 'hotline' where tenant_id = 'bmc';
update organization set name_folded = lower(name) where name_folded = '';
