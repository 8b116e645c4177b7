-- What the keeper does for a fact that is pushed: beyond what its author may see.
set local role {{keeper}};

-- What may be pushed: its table, its columns (none: not known), and the column that names its author.
create or replace function vav.kind_of(wanted text, out tbl text, out version int, out author text,
                                       out columns text[])
    language plpgsql immutable security definer set search_path = pg_catalog, pg_temp
    as $$
begin
    version := case wanted when 'incivility' then 2 else 1 end;
    author := case when wanted = 'customer' then null
        when wanted in ('check_in_reply', 'gesture_answer', 'follow_up', 'talk', 'talk_note') then 'lead_id'
        else 'person_id' end;
    tbl := case when wanted = 'incivility' then 'incivilities' when wanted = 'check_in_reply' then 'check_in_replies'
        when wanted = 'story' then 'stories' when wanted in ('own_words', 'thanks') then wanted
        else wanted || 's' end;
    columns := string_to_array(case wanted
        when 'contact' then 'id customer_id person_id channel reason started_at ended_at waited_s abandoned'
            ' resolution effort_seen estimate avoidable avoidable_cause note script_id script_version'
        when 'step_off' then 'id contact_id customer_id person_id at script_id step_id reason words earlier_id'
            ' helped'
        when 'promise' then 'id contact_id customer_id person_id at kind due_at words state'
        when 'promise_outcome' then 'id promise_id person_id at state'
        when 'incivility' then 'id contact_id customer_id person_id at type gravity words warned ended'
        when 'customer' then 'id number civility given_name family_name preferred_name address_as phone phone2'
            ' email street postcode city since details'
        when 'pinned_note' then 'id customer_id person_id at words'
        when 'customer_edit' then 'id customer_id person_id at field value former based_on'
        when 'check_in' then 'id person_id at moment mood energy load words audience addressed_to'
        when 'check_in_reply' then 'id check_in_id lead_id at words'
        when 'check_in_share' then 'id check_in_id person_id at audience addressed_to'
        when 'video_call' then 'id contact_id customer_id person_id at offered_at opened_at consented_at face_at'
            ' ended_at end_reason delivery provider via losses shares thirds photos place'
        when 'video_photo' then 'id call_id contact_id customer_id person_id at consented_at source width height'
            ' size sha256 data'
        when 'answer' then 'id customer_id contact_id person_id at satisfaction effort nps words'
        when 'script_version' then 'id script_id version person_id at text based_on settles note retired'
        when 'own_words' then 'id person_id at script_id step_id words shared'
        when 'chain_merge' then 'id person_id at script_id chain_id into_id'
        when 'credit' then 'id person_id at suggestion_id agreed chain_id'
        when 'awaiting' then 'id contact_id customer_id person_id at begins takes_back'
        when 'gesture' then 'id contact_id customer_id person_id at kind cents words request_id takes_back'
        when 'gesture_request' then 'id contact_id customer_id person_id at lead_id kind cents words'
        when 'gesture_answer' then 'id request_id lead_id at granted words'
        when 'pause' then 'id person_id at minutes'
        when 'follow_up' then 'id incivility_id lead_id at kind words'
        when 'talk' then 'id check_in_id lead_id at state planned_for'
        when 'talk_note' then 'id check_in_id lead_id at words'
        when 'thanks' then 'id customer_id contact_id person_id at words'
        when 'story' then 'id person_id at words signed thanks_id'
        when 'story_outcome' then 'id story_id person_id at state'
    end, ' ');
end
$$;

-- Whether a fact speaks of something that was erased.
create or replace function vav.erased(fact_kind text, body jsonb) returns boolean
    language plpgsql stable security definer set search_path = pg_catalog, pg_temp
    as $$
begin
    return exists (
        select from unnest(array[fact_kind, 'customer', 'contact', 'promise', 'check_in', 'video_call', 'incivility',
                                 'gesture_request', 'gesture', 'thanks', 'story'],
                           array[body ->> 'id', body ->> 'customer_id', body ->> 'contact_id',
                                 body ->> 'promise_id', body ->> 'check_in_id', body ->> 'call_id',
                                 body ->> 'incivility_id', body ->> 'request_id', body ->> 'takes_back',
                                 body ->> 'thanks_id', body ->> 'story_id']) as w(kind, id)
        join vav.tombstones t on t.kind = w.kind and t.id = w.id);
end
$$;

-- Whether a contact is known, and is not the caller's: nobody else takes an answer about it in.
create or replace function vav.foreign_contact(wanted text) returns boolean
    language plpgsql stable security definer set search_path = pg_catalog, pg_temp
    as $$
begin
    return exists (select from vav.contacts c
        where c.id = wanted and c.person_id is distinct from vav.person());
end
$$;

-- Whether a request, a gesture, a wait or a thanks that a fact of the caller's speaks of is somebody else's.
create or replace function vav.speaks_of_others(body jsonb) returns boolean
    language plpgsql stable security definer set search_path = pg_catalog, pg_temp
    as $$
begin
    return exists (
        select from (
            select q.person_id from vav.gesture_requests q where q.id = body ->> 'request_id'
            union all select g.person_id from vav.gestures g where g.id = body ->> 'takes_back'
            union all select w.person_id from vav.awaitings w where w.id = body ->> 'takes_back'
            union all select t.person_id from vav.thanks t where t.id = body ->> 'thanks_id') o
        where o.person_id <> vav.person());
end
$$;

-- Whether a gesture of the caller's that names a request may be made of it: once a lead granted it, in the
-- contact and of no more than was asked. Until the request and its answer are here it is held: after a
-- restore the lead's may come later. Whether it was made already: `require_unmade`.
create or replace function vav.may_make(body jsonb) returns text
    language plpgsql stable security definer set search_path = pg_catalog, pg_temp
    as $$
declare
    asked record;
begin
    select a.granted and q.kind = body ->> 'kind' and (body ->> 'cents')::numeric <= q.cents
           and q.contact_id = body ->> 'contact_id' as may
    into asked
    from vav.gesture_requests q join vav.gesture_answers a on a.request_id = q.id and a.stands
    where q.id = body ->> 'request_id';
    return case when not found then 'hold' when asked.may then 'yes' else 'not_granted' end;
end
$$;

-- Whether a gesture of the caller's that asked nobody is within what the policy ever let one give in a contact.
-- Not what it lets give in a day: two machines without a line may pass that honestly, and what a customer was
-- promised is not unmade by refusing to hear of it.
create or replace function vav.within_ceiling(body jsonb) returns boolean
    language plpgsql stable security definer set search_path = pg_catalog, pg_temp
    as $$
declare
    ceiling constant text := (select m.value from vav.meta m where m.name = 'latitude.ceiling');
begin
    return coalesce(ceiling, '') = '' or (body ->> 'cents')::numeric <= 0 or (body ->> 'cents')::numeric + coalesce((
        select sum(g.cents) from vav.gestures g
        where g.contact_id = body ->> 'contact_id' and g.person_id = vav.person()
          and g.request_id = '' and g.takes_back = '' and g.id <> body ->> 'id' and not exists (
              select from vav.gestures b where b.contact_id = g.contact_id and b.takes_back = g.id)), 0)
        <= ceiling::bigint;
end
$$;

-- Whether the caller may be named at what came from a chain of step-offs: `yes` where one of its step-offs has
-- words of their own, not those that it took up. What leads ever saw as one counts as one, so that nobody is
-- refused for a merge that is undone meanwhile. Until the chain is here it is held.
create or replace function vav.may_be_named(wanted text) returns text
    language sql stable security definer set search_path = pg_catalog, pg_temp
    as $$
    with recursive chain(id) as (
        select wanted
        union select n.id from chain c cross join lateral (
            select s.earlier_id from vav.step_offs s where s.id = c.id
            union all select m.into_id from vav.chain_merges m where m.chain_id = c.id
            union all select m.chain_id from vav.chain_merges m where m.into_id = c.id) n(id)
        where n.id <> ''
    ), mine(id) as (
        select s.id from vav.step_offs s
        where s.person_id = vav.person() and btrim(s.words) <> '' and not exists (
            select from vav.step_offs e where e.id = s.earlier_id and btrim(e.words) = btrim(s.words))
        union select s.earlier_id from mine m join vav.step_offs s on s.id = m.id where s.earlier_id <> ''
    )
    select case
        when exists (select from mine m join chain c on c.id = m.id) then 'yes'
        when wanted = '' or exists (select from vav.step_offs s where s.id = wanted)
            or vav.erased('step_off', jsonb_build_object('id', wanted)) then 'not_author'
        else 'hold'
    end
$$;

-- Whether the caller's word on a check-in is still asked for: while it is shared with them, and
-- once they have read it.
create or replace function vav.may_reply(wanted text) returns text
    language sql stable security definer set search_path = pg_catalog, pg_temp
    as $$
    select case
        when exists (select from vav.check_ins c where c.id = wanted and c.audience = 'lead'
            and c.addressed_to = vav.person()) then 'yes'
        when exists (select from vav.check_in_readings r where r.check_in_id = wanted
            and r.lead_id = vav.person()) then 'yes'
        when exists (select from vav.check_ins c where c.id = wanted) then 'gone'
        else 'hold'
    end
$$;

-- Whether the caller may say this of what it speaks of: `yes`, or the answer that it gets. What is not
-- here (yet) is held: it may come after a restore.
create or replace function vav.may_say(named text, body jsonb) returns text
    language plpgsql stable security definer set search_path = pg_catalog, pg_temp
    as $$
declare
    me constant text := vav.person();
    held record;
begin
    if named in ('script_version', 'chain_merge') then
        return case when vav.is_lead() then 'yes' else 'not_author' end;
    elsif named in ('check_in_reply', 'talk', 'talk_note') then
        return vav.may_reply(body ->> 'check_in_id');
    elsif named = 'credit' then
        -- A refusal rests on nothing, and is always heard.
        return case when (body ->> 'agreed')::boolean then vav.may_be_named(coalesce(body ->> 'chain_id', ''))
            else 'yes' end;
    elsif named in ('gesture', 'awaiting', 'story') then
        return case when vav.speaks_of_others(body) then 'not_author'
            -- What takes a gesture back names the same request, and asks nobody.
            when named <> 'gesture' or body ->> 'takes_back' <> '' then 'yes'
            when body ->> 'request_id' <> '' then vav.may_make(body)
            when vav.within_ceiling(body) is false then 'not_granted'
            else 'yes' end;
    elsif named = 'gesture_answer' then
        select q.lead_id = me and vav.leads(q.person_id) as may into held
        from vav.gesture_requests q where q.id = body ->> 'request_id';
    elsif named = 'follow_up' then
        select vav.leads(i.person_id) as may into held from vav.incivilities i where i.id = body ->> 'incivility_id';
    elsif named = 'story_outcome' then
        select case body ->> 'state' when 'withdrawn' then s.person_id = me else vav.leads(s.person_id) end as may,
               s.withdrawn and body ->> 'state' <> 'withdrawn' as late
        into held from vav.stories s where s.id = body ->> 'story_id';
        if held.may and held.late then
            return 'gone';
        end if;
    else
        return 'yes';
    end if;
    return case when held is null then 'hold' when held.may then 'yes' else 'not_author' end;
end
$$;

-- An outcome is put in force whoever made the promise: a colleague may call back, one of the
-- customer's branch or of the author's.
create or replace function vav.put_outcome(wanted text, new_state text) returns void
    language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
    as $$
begin
    update vav.promises p set state = new_state
    where p.id = wanted and p.state is distinct from new_state
      and (p.branch_id = vav.branch() or p.customer_id = any (vav.followed()) or p.person_id = vav.person()
           or exists (select from vav.people a join vav.teams t on t.id = a.team_id
                      where a.id = p.person_id and t.branch_id = vav.branch()));
end
$$;

-- Different fields merge; of two changes of one field the first to arrive stays.
create or replace function vav.edit_customer(body jsonb) returns jsonb
    language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
    as $$
declare
    edit constant vav.customer_edits := jsonb_populate_record(null::vav.customer_edits, body);
    held vav.customers;
    current_value text;
    current_version int;
    last record;
begin
    if edit.person_id is distinct from vav.person() then
        return '{"answer": "rejected", "why": "not_author"}';
    end if;
    if edit.field is null or edit.value is null or edit.based_on is null or length(edit.value) > 200
       or edit.field not in ('preferred_name', 'address_as', 'phone', 'phone2', 'email', 'street', 'postcode', 'city') then
        return '{"answer": "rejected", "why": "bad_body"}';
    end if;
    select * into held from vav.customers c where c.id = edit.customer_id for no key update;
    if not found then
        return '{"answer": "hold"}';
    end if;
    current_value := to_jsonb(held) ->> edit.field;
    current_version := coalesce((held.versions ->> edit.field)::int, 0);
    if current_value <> edit.value then
        if current_version <> edit.based_on then
            -- What is told of a customer elsewhere is an opening on record; it brings no file to follow.
            if held.branch_id is distinct from vav.branch() then
                perform vav.note(null, 'opened', 'customer', held.id, sha256(convert_to('opened ' || held.id, 'UTF8')));
            end if;
            select e.person_id, e.at into last from vav.customer_edits e
            where e.customer_id = edit.customer_id and e.field = edit.field and e.version = current_version
            order by e.at limit 1;
            return jsonb_build_object('answer', 'conflict', 'theirs', jsonb_build_object(
                'value', current_value, 'version', current_version, 'by', last.person_id, 'at', last.at));
        end if;
        execute format('update vav.customers set %I = $1 where id = $2', edit.field)
            using edit.value, edit.customer_id;
        current_version := current_version + 1;
    end if;
    insert into vav.customer_edits (id, customer_id, person_id, at, field, value, former, based_on, version)
    values (edit.id, edit.customer_id, edit.person_id, edit.at, edit.field, edit.value,
            coalesce(edit.former, ''), edit.based_on, current_version);
    return '{"answer": "applied"}';
end
$$;

-- Locks a batch's customers in the order of their ids, those that it edits more strongly: pushes
-- about the same customers wait for each other, and never in a circle. Where that cannot be now,
-- each fact finds out for itself.
create or replace function vav.lock_customers(facts jsonb) returns void
    language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
    as $$
declare
    one record;
begin
    for one in select f #>> '{body,customer_id}' as id, bool_or(f ->> 'kind' = 'customer_edit') as edited
               from jsonb_array_elements(facts) f where f #>> '{body,customer_id}' is not null
               group by 1 order by 1 loop
        if one.edited then
            perform from vav.customers c where c.id = one.id for no key update;
        else
            perform from vav.customers c where c.id = one.id for share;
        end if;
    end loop;
exception when lock_not_available or deadlock_detected then
    null;
end
$$;

-- One more line of the audit trail; its chain is the device's, or the person's for what the
-- server did for them. Only fingerprints are chained: erasing what was said breaks no chain.
create or replace function vav.note(in_chain text, did text, about_kind text, about_id text, content bytea)
    returns void
    language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
    as $$
declare
    me constant text := vav.person();
    head record;
begin
    if in_chain is null then
        in_chain := 'person:' || me;
        insert into vav.devices (device, person_id, first_seen, last_seen)
        values (in_chain, me, vav.now_ms(), vav.now_ms()) on conflict (device) do nothing;
    end if;
    update vav.devices d set links = d.links + 1, chained = sha256(d.chained || content)
    where d.device = in_chain and d.person_id = me returning d.links, d.chained into strict head;
    insert into vav.audit (chain, n, at, person_id, action, kind, id, hash, chained)
    values (in_chain, head.links, vav.now_ms(), me, did, about_kind, about_id, content, head.chained);
end
$$;

grant execute on function vav.kind_of(text), vav.erased(text, jsonb), vav.may_reply(text),
    vav.put_outcome(text, text), vav.edit_customer(jsonb), vav.note(text, text, text, text, bytea),
    vav.lock_customers(jsonb), vav.foreign_contact(text), vav.may_say(text, jsonb) to {{owner}};
reset role;
