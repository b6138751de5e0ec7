select set_config('app.tenant', 'app-builder', true);
insert into tenant_plugin (tenant_id, plugin_id, settings) values ('app-builder', 'app-builder-tickets', '{
  "announcements": {
    "en": ["On Saturday from 06:00 to 08:00 UTC we maintain the release servers; downloads may be slow."],
    "es": ["El sábado de 06:00 a 08:00 UTC damos mantenimiento a los servidores de versiones; las descargas pueden ser lentas."]},
  "supportTeam": ["support-team@app-builder.example"], "infrastructureTeam": ["infrastructure@app-builder.example"],
  "frameworkTeam": ["framework@app-builder.example"], "customerSuccessTeam": ["customer-success@app-builder.example"],
  "supportEmail": "support@app-builder.localhost",
  "documentationUrl": "https://docs.jitterbit.com/app-builder/", "communityUrl": "https://community.jitterbit.com/"}');
