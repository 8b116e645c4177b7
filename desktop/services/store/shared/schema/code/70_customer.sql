-- A customer's whole file, of whatever branch: told by the audit trail, and followed for 30 days.
set local role {{keeper}};

create or replace function vav.open_customer(wanted text) returns void
    language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
    as $$
declare
    me constant text := vav.person();
    held record;
begin
    if vav.erased('customer', jsonb_build_object('id', wanted)) then
        raise exception using errcode = 'PT410', message = 'the customer was erased';
    end if;
    select c.branch_id into held from vav.customers c where c.id = wanted;
    if not found then
        raise exception using errcode = 'PT404', message = 'no such customer';
    end if;
    if held.branch_id is null or held.branch_id is distinct from vav.branch() then
        insert into vav.opened (person_id, customer_id, at) values (me, wanted, vav.now_ms())
        on conflict (person_id, customer_id) do update set at = excluded.at;
    end if;
    perform vav.note(null, 'opened', 'customer', wanted, sha256(convert_to('opened ' || wanted, 'UTF8')));
end
$$;
grant execute on function vav.open_customer(text) to {{owner}};
reset role;

set local role {{owner}};

create or replace function vav.file_of(wanted text) returns table (kind text, id text)
    language sql stable security definer set search_path = pg_catalog, pg_temp
    as $$
    select 'customer', wanted
    union all select 'contract', t.id from vav.contracts t where t.customer_id = wanted
    union all select 'case', t.id from vav.cases t where t.customer_id = wanted
    union all (select 'contact', t.id from vav.contacts t where t.customer_id = wanted
               order by t.started_at desc, t.id desc limit 500)
    union all select 'step_off', t.id from vav.step_offs t where t.customer_id = wanted
    union all select 'promise', t.id from vav.promises t where t.customer_id = wanted
    union all select 'incivility', t.id from vav.incivilities t where t.customer_id = wanted
    union all select 'answer', t.id from vav.answers t where t.customer_id = wanted
    union all select 'pinned_note', t.id from vav.pinned_notes t where t.customer_id = wanted
    union all select 'video_call', t.id from vav.video_calls t where t.customer_id = wanted
    union all select 'video_photo', t.id from vav.video_photos t where t.customer_id = wanted
    union all select 'gesture', t.id from vav.gestures t where t.customer_id = wanted
    union all select 'awaiting', t.id from vav.awaitings t where t.customer_id = wanted
    union all select 'thanks', t.id from vav.thanks t where t.customer_id = wanted
$$;

create or replace function api.customer(id text) returns jsonb
    language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
    as $$
declare
    me constant text := vav.person();
    held record;
begin
    perform vav.open_customer(customer.id);
    select array_agg(l.kind order by l.n) as kinds, array_agg(l.id order by l.n) as ids,
           array_agg(l.seq order by l.n) as seqs
    into held from (
        select f.kind, f.id, f.n,
               coalesce((select max(t.seq) from vav.feed t where t.kind = f.kind and t.id = f.id), 0) as seq
        from vav.file_of(customer.id) with ordinality as f(kind, id, n)
    ) l;
    return jsonb_build_object('now', vav.now_ms(), 'rows', vav.rows_of(held.kinds, held.ids, held.seqs));
end
$$;

-- One photo with its picture, for whoever may see its row: told by the audit trail each time.
create or replace function api.video_photo(id text) returns jsonb
    language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
    as $$
declare
    me constant text := vav.person();
    held record;
begin
    select p.id, p.sha256, p.data into held from vav.video_photos p where p.id = video_photo.id;
    if not found then
        -- A copy that lags cannot tell: as whatever writes, this is asked of the primary.
        if pg_is_in_recovery() then
            raise exception using errcode = '25006', message = 'asked of a copy';
        end if;
        if vav.erased('video_photo', jsonb_build_object('id', video_photo.id)) then
            raise exception using errcode = 'PT410', message = 'the photo was erased';
        end if;
        raise exception using errcode = 'PT404', message = 'no such photo';
    end if;
    perform vav.note(null, 'opened', 'video_photo', held.id, sha256(convert_to('opened ' || held.id, 'UTF8')));
    return jsonb_build_object('now', vav.now_ms(), 'id', held.id, 'sha256', held.sha256, 'data', held.data);
end
$$;
reset role;
