-- A check-in that was shared by name: its content is read here and nowhere else, and never in secret: the
-- first call puts the reading down alone, since one that is told at once could be rolled back. The content is
-- for the call after it, in another transaction.
set local role {{keeper}};

create or replace function api.read_checkin(id text) returns jsonb
    language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
    as $$
declare
    me constant text := vav.person();
    held vav.check_ins;
begin
    -- The lock puts a withdrawal before the reading or after it, never in between.
    select * into held from vav.check_ins c
    where c.id = read_checkin.id and c.audience = 'lead' and c.addressed_to = me for share;
    if not found then
        raise exception using errcode = 'PT410', message = 'not shared, or no longer';
    end if;
    update vav.check_in_readings r set kept_by = null
    where r.check_in_id = held.id and r.lead_id = me and r.at > vav.now_ms() - 60000
      and r.kept_by <> pg_current_xact_id();
    if not found then
        insert into vav.check_in_readings (id, check_in_id, lead_id, at, kept_by)
        values (gen_random_uuid()::text, held.id, me, vav.now_ms(), pg_current_xact_id());
        perform vav.note(null, 'read', 'check_in', held.id, sha256(convert_to('read ' || held.id, 'UTF8')));
        return jsonb_build_object('now', vav.now_ms(), 'again', true);
    end if;
    return jsonb_build_object(
        'now', vav.now_ms(),
        'check_in', to_jsonb(held) - 'team_id',
        'replies', coalesce((select jsonb_agg(to_jsonb(r) - 'author_id' order by r.at, r.id)
            from vav.check_in_replies r where r.check_in_id = held.id and r.lead_id = me), '[]'));
end
$$;

create or replace function api.my_readings() returns jsonb
    language plpgsql stable security definer set search_path = pg_catalog, pg_temp
    as $$
declare
    me constant text := vav.person();
begin
    return jsonb_build_object(
        'now', floor(extract(epoch from clock_timestamp()) * 1000)::bigint,
        'readings', coalesce((
            select jsonb_agg(to_jsonb(n) order by n.at desc) from (
                select r.check_in_id, r.lead_id, coalesce(p.name, '') as lead, r.at
                from vav.check_in_readings r left join vav.people p on p.id = r.lead_id
                where r.author_id = me order by r.at desc limit 500) n), '[]'));
end
$$;

create or replace function api.password_changed() returns jsonb
    language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
    as $$
declare
    me constant text := vav.person();
begin
    update vav.people p set must_change = false where p.id = me and p.must_change;
    return jsonb_build_object('now', vav.now_ms());
end
$$;
reset role;
