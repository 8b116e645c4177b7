-- Takes what a person did, fact by fact: each in a subtransaction of its own, each once.
set local role {{keeper}};

-- What may be pushed: its table, its columns (none: not known), and the column that names its author.
create or replace function vav.kind_of(wanted text, out tbl text, out version int, out author text,
                                       out columns text[])
    language plpgsql immutable security definer set search_path = pg_catalog, pg_temp
    as $$
begin
    version := 1;
    author := case wanted when 'customer' then null when 'check_in_reply' then 'lead_id' else 'person_id' end;
    tbl := case wanted when 'promise_outcome' then 'promise_outcomes' when 'incivility' then 'incivilities'
        when 'check_in_reply' then 'check_in_replies' else wanted || 's' end;
    columns := string_to_array(case wanted
        when 'contact' then 'id customer_id person_id channel reason started_at ended_at waited_s abandoned'
            ' resolution effort_seen estimate avoidable avoidable_cause note script_id script_version'
        when 'step_off' then 'id contact_id customer_id person_id at script_id step_id reason words earlier_id'
            ' helped'
        when 'promise' then 'id contact_id customer_id person_id at kind due_at words state'
        when 'promise_outcome' then 'id promise_id person_id at state'
        when 'incivility' then 'id contact_id customer_id person_id at type gravity words'
        when 'customer' then 'id number civility given_name family_name preferred_name address_as phone phone2'
            ' email street postcode city since details'
        when 'pinned_note' then 'id customer_id person_id at words'
        when 'customer_edit' then 'id customer_id person_id at field value former based_on'
        when 'check_in' then 'id person_id at moment mood energy load words audience addressed_to'
        when 'check_in_reply' then 'id check_in_id lead_id at words'
        when 'check_in_share' then 'id check_in_id person_id at audience addressed_to'
    end, ' ');
end
$$;

-- Whether a fact speaks of something that was erased.
create or replace function vav.erased(fact_kind text, body jsonb) returns boolean
    language plpgsql stable security definer set search_path = pg_catalog, pg_temp
    as $$
begin
    return exists (
        select from unnest(array[fact_kind, 'customer', 'contact', 'promise', 'check_in'],
                           array[body ->> 'id', body ->> 'customer_id', body ->> 'contact_id',
                                 body ->> 'promise_id', body ->> 'check_in_id']) as w(kind, id)
        join vav.tombstones t on t.kind = w.kind and t.id = w.id);
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
    select * into held from vav.customers c where c.id = edit.customer_id for update;
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
    vav.put_outcome(text, text), vav.edit_customer(jsonb), vav.note(text, text, text, text, bytea) to {{owner}};
reset role;

set local role {{owner}};

-- Puts one fact in, or says why not. Whatever fails is rolled back by the caller's block.
create or replace function vav.apply(fact jsonb) returns jsonb
    language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
    as $$
declare
    me constant text := vav.person();
    named constant text := fact ->> 'kind';
    body jsonb := fact -> 'body';
    kind record;
    keys text[];
    verdict text;
begin
    if named = 'check_in_reading' then
        return '{"answer": "rejected", "why": "not_this_way"}';
    end if;
    kind := vav.kind_of(named);
    if kind.columns is null then
        return '{"answer": "hold"}';
    end if;
    if jsonb_typeof(fact -> 'version') = 'number' and (fact ->> 'version')::numeric > kind.version then
        return '{"answer": "hold"}';
    end if;
    if jsonb_typeof(body) is distinct from 'object' or jsonb_typeof(fact -> 'version') is distinct from 'number'
       or jsonb_typeof(body -> 'id') is distinct from 'string' or length(body ->> 'id') not between 1 and 64 then
        return '{"answer": "rejected", "why": "bad_body"}';
    end if;
    keys := array(select jsonb_object_keys(body));
    if not keys <@ kind.columns then
        return '{"answer": "rejected", "why": "bad_body"}';
    end if;
    if kind.author is not null and body ->> kind.author is distinct from me then
        return '{"answer": "rejected", "why": "not_author"}';
    end if;
    if vav.erased(named, body) then
        return '{"answer": "gone"}';
    end if;
    if named = 'customer_edit' then
        return vav.edit_customer(body);
    elsif named = 'check_in_reply' then
        verdict := vav.may_reply(body ->> 'check_in_id');
        if verdict <> 'yes' then
            return jsonb_build_object('answer', verdict);
        end if;
    elsif named = 'customer' then
        body := body || jsonb_build_object('branch_id', vav.branch());
        keys := keys || 'branch_id'::text;
    end if;
    execute format('insert into vav.%1$I (%2$s) select %2$s from jsonb_populate_record(null::vav.%1$I, $1)',
                   kind.tbl, (select string_agg(quote_ident(k), ', ') from unnest(keys) k)) using body;
    if named = 'promise_outcome' then
        perform vav.put_outcome(body ->> 'promise_id', body ->> 'state');
    elsif named = 'check_in_share' then
        update vav.check_ins c set audience = body ->> 'audience', addressed_to = body ->> 'addressed_to'
        where c.id = body ->> 'check_in_id' and c.person_id = me;
    end if;
    return '{"answer": "applied"}';
end
$$;

-- The first answer to an operation of the caller's, when it was the same operation.
create or replace function vav.answered(op text, content bytea) returns jsonb
    language plpgsql stable security definer set search_path = pg_catalog, pg_temp
    as $$
declare
    known record;
begin
    select o.hash, o.answer into known from vav.ops o where o.op_id = op and o.person_id = vav.person();
    if not found then
        return null;
    end if;
    return case when known.hash = content then known.answer
                else '{"answer": "rejected", "why": "op_id_taken"}'::jsonb end;
end
$$;

create or replace function vav.take(from_device text, fact jsonb) returns jsonb
    language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
    as $$
declare
    op constant text := fact ->> 'op_id';
    content bytea;
    answer jsonb;
    state text;
    broken text;
begin
    if jsonb_typeof(fact -> 'op_id') is distinct from 'string' or length(op) not between 1 and 64
       or jsonb_typeof(fact -> 'kind') is distinct from 'string' then
        return '{"answer": "rejected", "why": "bad_body"}';
    end if;
    if octet_length(fact::text) > 131072 then
        return '{"answer": "rejected", "why": "too_large"}';
    end if;
    -- jsonb as text has one form: keys sorted, no doubles.
    content := sha256(convert_to(jsonb_build_object('kind', fact -> 'kind', 'version', fact -> 'version',
        'body', fact -> 'body', 'at', fact -> 'at')::text, 'UTF8'));
    answer := vav.answered(op, content);
    if answer is not null then
        return answer;
    end if;
    begin
        answer := vav.apply(fact);
        if answer ->> 'answer' in ('applied', 'conflict') then
            insert into vav.ops (op_id, device, dseq, person_id, kind, fact_id, customer_id, hash, answer, at)
            values (op, from_device, (fact ->> 'dseq')::bigint, vav.person(), fact ->> 'kind',
                    fact #>> '{body,id}', case fact ->> 'kind' when 'customer' then fact #>> '{body,id}'
                    else fact #>> '{body,customer_id}' end, content, answer, vav.now_ms());
            perform vav.note(from_device, answer ->> 'answer', fact ->> 'kind', fact #>> '{body,id}', content);
        end if;
    exception when others then
        get stacked diagnostics state = returned_sqlstate, broken = constraint_name;
        if left(state, 2) = 'PT' then
            raise;
        elsif state = '23505' then
            answer := coalesce(vav.answered(op, content), jsonb_build_object('answer', 'rejected',
                'why', case broken when 'ops_pkey' then 'op_id_taken' else state end));
        elsif left(state, 2) in ('22', '23', '42') then
            answer := jsonb_build_object('answer', 'rejected', 'why', state);
        else
            answer := '{"answer": "retry"}';
        end if;
    end;
    return answer;
end
$$;

create or replace function api.push(facts jsonb) returns jsonb
    language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
    as $$
declare
    me constant text := vav.person();
    given constant jsonb := push.facts -> 'facts';
    from_device constant text := push.facts ->> 'device';
    fact jsonb;
    answers jsonb[] := '{}';
    answer jsonb;
    known boolean;
begin
    perform vav.check_protocol(push.facts);
    if jsonb_typeof(given) is distinct from 'array' or from_device is null
       or from_device !~ '^[A-Za-z0-9_-]{1,64}$' then
        raise exception using errcode = 'PT400', message = 'not a batch of facts';
    end if;
    if jsonb_array_length(given) > 50
       or jsonb_array_length(given) > 1 and octet_length(given::text) > 262144 then
        raise exception using errcode = 'PT413', message = 'too many facts at once';
    end if;
    insert into vav.devices (device, person_id, first_seen, last_seen)
    values (from_device, me, vav.now_ms(), vav.now_ms()) on conflict (device) do nothing;
    -- The lock puts two pushes of one device one after the other.
    update vav.devices d set last_seen = vav.now_ms(), last_dseq = greatest(d.last_dseq, (
        select max((f ->> 'dseq')::bigint) from jsonb_array_elements(given) f
        where jsonb_typeof(f -> 'dseq') = 'number' and f ->> 'dseq' ~ '^\d{1,18}$'))
    where d.device = from_device and d.person_id = me;
    known := found;
    for fact in select e.value from jsonb_array_elements(given) with ordinality e(value, n) order by e.n loop
        answer := case when known then vav.take(from_device, fact)
                       else '{"answer": "rejected", "why": "foreign_device"}'::jsonb end;
        answers := answers || (jsonb_build_object('op_id', fact -> 'op_id') || answer);
    end loop;
    return jsonb_build_object('epoch', vav.epoch(), 'now', vav.now_ms(), 'answers', to_jsonb(answers));
end
$$;
reset role;
