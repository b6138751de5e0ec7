-- Status pages of every programme with a desk; two follow the demonstration's own provider, where there is one.
select set_config('app.tenant', 'staff', true);
insert into outgoing_origin (id, origin, added_at, added_by_subject, added_by)
  select gen_random_uuid(), '${provider}', now(), '', 'Portico' where '${provider}' <> '';

select set_config('app.tenant', 'harmony', true);
insert into tenant_plugin (tenant_id, plugin_id, settings) values ('harmony', 'system-status',
  (case when '${provider}' = '' then '{}' else '{"statuspageUrl": "${provider}/status/harmony", "pollSeconds": 30}' end)::jsonb);

select set_config('app.tenant', 'app-builder', true);
insert into tenant_plugin (tenant_id, plugin_id, settings) values ('app-builder', 'system-status',
  (case when '${provider}' = '' then '{}' else '{"statuspageUrl": "${provider}/status/app-builder", "pollSeconds": 30}' end)::jsonb);

select set_config('app.tenant', 'legacy', true);
insert into tenant_plugin (tenant_id, plugin_id, settings) values ('legacy', 'system-status', '{}');

select set_config('app.tenant', 'bmc', true);
insert into tenant_plugin (tenant_id, plugin_id, settings) values ('bmc', 'system-status', '{}');

select set_config('app.tenant', 'data-loader', true);
insert into tenant_plugin (tenant_id, plugin_id, settings) values ('data-loader', 'data-loader-community', '{
  "target": "https://community.jitterbit.com/", "hosts": {"en": ["community.jitterbit.com"]}, "seconds": 10}');
