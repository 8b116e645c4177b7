-- Takes what a person did, fact by fact: each in a subtransaction of its own, each once.
set local role {{owner}};

-- Whether a fact names an instant or a day that no calendar of ours can say: kept, it would break each
-- look at it, of whoever looks. Instants are milliseconds from 1970 to 2999.
create or replace function vav.unsayable(body jsonb) returns boolean
    language plpgsql stable security definer set search_path = pg_catalog, pg_temp
    as $$
begin
    return exists (
        select from unnest(array['at', 'started_at', 'ended_at', 'due_at', 'offered_at', 'opened_at', 'consented_at',
                                 'face_at']) as name
        where (body ->> name)::numeric not between 0 and 32503679999999
    ) or body ->> 'planned_for' is not null
        and body ->> 'planned_for' is distinct from to_char((body ->> 'planned_for')::date, 'YYYY-MM-DD');
end
$$;

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
    if not keys <@ kind.columns or vav.unsayable(body) then
        return '{"answer": "rejected", "why": "bad_body"}';
    end if;
    if kind.author is not null and body ->> kind.author is distinct from me then
        return '{"answer": "rejected", "why": "not_author"}';
    end if;
    if vav.erased(named, body) then
        return '{"answer": "gone"}';
    end if;
    verdict := vav.may_say(named, body);
    if verdict in ('not_author', 'not_granted') then
        return jsonb_build_object('answer', 'rejected', 'why', verdict);
    elsif verdict <> 'yes' then
        return jsonb_build_object('answer', verdict);
    end if;
    if named = 'customer_edit' then
        return vav.edit_customer(body);
    elsif named = 'answer' then
        if body ->> 'contact_id' is null then
            return '{"answer": "rejected", "why": "bad_body"}';
        elsif vav.foreign_contact(body ->> 'contact_id') then
            return '{"answer": "rejected", "why": "not_author"}';
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
    -- A photo is whole, in base64: 9 MiB hold one of 6 MiB.
    if octet_length(fact::text) > (case fact ->> 'kind' when 'video_photo' then 9437184 else 131072 end) then
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
        elsif left(state, 2) in ('21', '22', '23', '42', '54') then
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
    if known then
        perform vav.lock_customers(given);
    end if;
    for fact in select e.value from jsonb_array_elements(given) with ordinality e(value, n) order by e.n loop
        answer := case when known then vav.take(from_device, fact)
                       else '{"answer": "rejected", "why": "foreign_device"}'::jsonb end;
        answers := answers || (jsonb_build_object('op_id', fact -> 'op_id') || answer);
    end loop;
    return jsonb_build_object('epoch', vav.epoch(), 'now', vav.now_ms(), 'answers', to_jsonb(answers));
end
$$;
reset role;
