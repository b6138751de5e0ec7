select set_config('app.tenant', 'app-builder', true);
insert into tenant_plugin (tenant_id, plugin_id, settings) values ('app-builder', 'app-builder-tickets', '{
  "supportTeam": ["support-team@app-builder.example"], "infrastructureTeam": ["infrastructure@app-builder.example"],
  "frameworkTeam": ["framework@app-builder.example"], "customerSuccessTeam": ["customer-success@app-builder.example"],
  "supportEmail": "support@app-builder.localhost",
  "documentationUrl": "https://docs.jitterbit.com/app-builder/", "communityUrl": "https://community.jitterbit.com/"}');
