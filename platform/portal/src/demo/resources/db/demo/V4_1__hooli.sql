select set_config('app.tenant', 'app-builder', true);
insert into organization (tenant_id, id, name) values
    ('app-builder', 'hooli', 'Hooli'),
    ('app-builder', 'pied-piper', 'Pied Piper')
on conflict do nothing;
insert into organization_option (tenant_id, organization_id, plugin_id, list, id, parent, label, position) values
    ('app-builder', 'hooli', 'app-builder-tickets', 'environments', 'production', null, 'Production', 1),
    ('app-builder', 'hooli', 'app-builder-tickets', 'environments', 'test', null, 'Test', 2),
    ('app-builder', 'hooli', 'app-builder-tickets', 'applications', 'production-orders', 'production', 'Order desk', 1),
    ('app-builder', 'hooli', 'app-builder-tickets', 'applications', 'production-visits', 'production', 'Visitor book', 2),
    ('app-builder', 'hooli', 'app-builder-tickets', 'applications', 'test-orders', 'test', 'Order desk (next release)', 1),
    ('app-builder', 'pied-piper', 'app-builder-tickets', 'environments', 'compression-lab', null, 'Compression lab', 1),
    ('app-builder', 'pied-piper', 'app-builder-tickets', 'applications', 'middle-out', 'compression-lab', 'Middle-out', 1);
