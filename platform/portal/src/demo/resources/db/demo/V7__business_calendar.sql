select set_config('app.tenant', 'app-builder', true);
insert into business_calendar (tenant_id, zone, hours, holidays) values ('app-builder', 'America/Los_Angeles', '{
  "monday": ["09:00-17:00"], "tuesday": ["09:00-17:00"], "wednesday": ["09:00-17:00"], "thursday": ["09:00-17:00"], "friday": ["09:00-17:00"]}',
  'us');
