insert into ticket_tally (tenant_id, requester_subject, organization_id, open_count, closed_count)
select tenant_id, requester_subject, coalesce(organization_id, ''), count(*) filter (where open),
    count(*) filter (where not open)
from ticket where tenant_id = ':tenant' group by tenant_id, requester_subject, coalesce(organization_id, '')
on conflict (tenant_id, requester_subject, organization_id) do update
    set open_count = excluded.open_count, closed_count = excluded.closed_count;

select setval('"ticket_number_:tenant"', (select max(number) from ticket where tenant_id = ':tenant'));
