-- What concerns the caller: by a cursor, and by rows.
set local role {{keeper}};

-- One page of the feed after (xid, seq): each topic, and each followed customer, is read by its
-- own index for no more lines than the page has. The keeper's: the alternatives of the owner's
-- policy would have the planner sort a whole topic for each page.
create or replace function vav.page(after_xid xid8, after_seq bigint, horizon xid8, most int)
    returns table (kind text, id text, xid xid8, seq bigint)
    language plpgsql stable security definer set search_path = pg_catalog, pg_temp
    as $$
#variable_conflict use_column
begin
    return query select l.kind, l.id, l.xid, l.seq from (
        select f.kind, f.id, f.xid, f.seq
        from unnest(vav.topics()) as t(topic) cross join lateral (
            select * from vav.feed where feed.topic = t.topic
              and (feed.xid, feed.seq) > (after_xid, after_seq) and feed.xid < horizon
            order by feed.xid, feed.seq limit most) f
        union
        select f.kind, f.id, f.xid, f.seq
        from unnest(vav.followed()) as c(customer_id) cross join lateral (
            select * from vav.feed where feed.customer_id = c.customer_id
              and (feed.xid, feed.seq) > (after_xid, after_seq) and feed.xid < horizon
            order by feed.xid, feed.seq limit most) f
    ) l order by l.xid, l.seq limit most;
end
$$;

-- Whether an answer is here and not to be told yet: not gone, and nothing to be said of it.
create or replace function vav.untold(wanted text) returns boolean
    language plpgsql stable security definer set search_path = pg_catalog, pg_temp
    as $$
begin
    return exists (select from vav.answers a where a.id = wanted and a.waits);
end
$$;

grant execute on function vav.page(xid8, bigint, xid8, int), vav.untold(text) to {{owner}};
reset role;

set local role {{owner}};

-- The newest state of rows as the caller may see it; null where it is gone for them.
create or replace function vav.rows_of(kinds text[], ids text[], seqs bigint[]) returns jsonb
    language plpgsql stable security definer set search_path = pg_catalog, pg_temp
    as $$
begin
    return (select coalesce(jsonb_agg(
        jsonb_build_object('kind', g.kind, 'id', g.id, 'seq', g.seq, 'body', b.body)
            || case when b.body is null and vav.erased(g.kind, jsonb_build_object('id', g.id))
               then '{"erased": true}' else '{}'::jsonb end order by g.n), '[]')
    from unnest(kinds, ids, seqs) with ordinality as g(kind, id, seq, n) cross join lateral (
        select case g.kind
            when 'branch' then (select to_jsonb(t) from vav.branches t where t.id = g.id)
            when 'team' then (select to_jsonb(t) || jsonb_build_object('branch', coalesce(b.name, ''))
                from vav.teams t left join vav.branches b on b.id = t.branch_id where t.id = g.id)
            when 'person' then (select to_jsonb(t) - array['db_role', 'must_change'] from vav.people t where t.id = g.id)
            when 'document' then (select to_jsonb(t) from vav.documents t where t.id = g.id)
            when 'customer' then (select to_jsonb(t) - 'search' from vav.customers t where t.id = g.id)
            when 'contract' then (select to_jsonb(t) - 'branch_id' from vav.contracts t where t.id = g.id)
            when 'case' then (select to_jsonb(t) - 'branch_id' from vav.cases t where t.id = g.id)
            when 'contact' then (select to_jsonb(t) - 'branch_id' from vav.contacts t where t.id = g.id)
            when 'step_off' then (select to_jsonb(t) - 'branch_id' from vav.step_offs t where t.id = g.id)
            when 'promise' then (select to_jsonb(t) - 'branch_id' from vav.promises t where t.id = g.id)
            when 'incivility' then (select to_jsonb(t) - 'branch_id' from vav.incivilities t where t.id = g.id)
            when 'answer' then (select to_jsonb(t) - array['branch_id', 'waits'] from vav.answers t where t.id = g.id)
            when 'video_call' then (select to_jsonb(t) - 'branch_id' from vav.video_calls t where t.id = g.id)
            -- Without its picture, which is not even read: `video_photo` hands it over.
            when 'video_photo' then (select to_jsonb(t) from (select p.id, p.call_id, p.contact_id, p.customer_id,
                p.person_id, p.at, p.consented_at, p.source, p.width, p.height, p.size, p.sha256
                from vav.video_photos p where p.id = g.id) t)
            when 'pinned_note' then (select to_jsonb(t) - 'branch_id' from vav.pinned_notes t where t.id = g.id)
            when 'thanks' then (select to_jsonb(t) from vav.thanks t where t.id = g.id)
            when 'script_version' then (select to_jsonb(t) from vav.script_versions t where t.id = g.id)
            when 'chain_merge' then (select to_jsonb(t) from vav.chain_merges t where t.id = g.id)
            when 'own_words' then (select to_jsonb(t) - 'shown' from vav.own_words t where t.id = g.id)
            when 'credit' then (select to_jsonb(t) - 'shown' from vav.credits t where t.id = g.id)
            when 'gesture' then (select to_jsonb(t) - 'branch_id' from vav.gestures t where t.id = g.id)
            when 'awaiting' then (select to_jsonb(t) - 'branch_id' from vav.awaitings t where t.id = g.id)
            when 'gesture_request' then (select to_jsonb(t) from vav.gesture_requests t where t.id = g.id)
            when 'gesture_answer' then (select to_jsonb(t) - array['author_id', 'stands']
                from vav.gesture_answers t where t.id = g.id)
            when 'pause' then (select to_jsonb(t) - 'team_id' from vav.pauses t where t.id = g.id)
            when 'follow_up' then (select to_jsonb(t) - 'author_id' from vav.follow_ups t where t.id = g.id)
            when 'talk' then (select to_jsonb(t) - 'author_id' from vav.talks t where t.id = g.id)
            when 'talk_note' then (select to_jsonb(t) from vav.talk_notes t where t.id = g.id)
            -- Its author's name where they signed it; else, and who decided, for them and who leads them.
            when 'story' then (select to_jsonb(t) - array['shown', 'withdrawn']
                || case when vav.of_mine(t.person_id) then '{}'::jsonb when t.signed then '{"thanks_id": ""}'
                   else '{"person_id": "", "thanks_id": ""}' end from vav.stories t where t.id = g.id)
            when 'story_outcome' then (select to_jsonb(t) - array['author_id', 'shown', 'withdrawn']
                || case when vav.of_mine(t.author_id) then '{}'::jsonb else '{"person_id": ""}' end
                from vav.story_outcomes t where t.id = g.id)
            when 'check_in' then (select to_jsonb(t) - 'team_id' from vav.check_ins t where t.id = g.id)
            when 'check_in_waiting' then (select to_jsonb(t) - 'lead_id' from vav.waiting_check_ins t where t.id = g.id)
            when 'check_in_reply' then (select to_jsonb(t) - 'author_id' from vav.check_in_replies t where t.id = g.id)
            when 'check_in_reading' then (select to_jsonb(t) - array['author_id', 'kept_by']
                from vav.check_in_readings t where t.id = g.id)
        end) as b(body)
    where not (g.kind = 'answer' and b.body is null and vav.untold(g.id)));
end
$$;

-- How many rows of each kind concern the caller: told at the end of a first pull, to be compared.
create or replace function vav.counts() returns jsonb
    language sql stable security definer set search_path = pg_catalog, pg_temp
    as $$
    select jsonb_build_object(
        'branch', (select count(*) from vav.branches),
        'team', (select count(*) from vav.teams),
        'person', (select count(*) from vav.people),
        'document', (select count(*) from vav.documents),
        'customer', (select count(*) from vav.customers),
        'contract', (select count(*) from vav.contracts),
        'case', (select count(*) from vav.cases),
        'contact', (select count(*) from vav.contacts),
        'step_off', (select count(*) from vav.step_offs),
        'promise', (select count(*) from vav.promises),
        'incivility', (select count(*) from vav.incivilities),
        'answer', (select count(*) from vav.answers),
        'pinned_note', (select count(*) from vav.pinned_notes),
        'video_call', (select count(*) from vav.video_calls),
        'video_photo', (select count(*) from vav.video_photos),
        'thanks', (select count(*) from vav.thanks),
        'script_version', (select count(*) from vav.script_versions),
        'chain_merge', (select count(*) from vav.chain_merges),
        'own_words', (select count(*) from vav.own_words),
        'credit', (select count(*) from vav.credits),
        'gesture', (select count(*) from vav.gestures),
        'awaiting', (select count(*) from vav.awaitings),
        'gesture_request', (select count(*) from vav.gesture_requests),
        'gesture_answer', (select count(*) from vav.gesture_answers),
        'pause', (select count(*) from vav.pauses),
        'follow_up', (select count(*) from vav.follow_ups),
        'talk', (select count(*) from vav.talks),
        'talk_note', (select count(*) from vav.talk_notes),
        'story', (select count(*) from vav.stories),
        'story_outcome', (select count(*) from vav.story_outcomes),
        'check_in', (select count(*) from vav.check_ins),
        'check_in_waiting', (select count(*) from vav.waiting_check_ins),
        'check_in_reply', (select count(*) from vav.check_in_replies),
        'check_in_reading', (select count(*) from vav.check_in_readings))
$$;

create or replace function api.pull(since jsonb default null, most int default 500) returns jsonb
    language plpgsql stable security definer set search_path = pg_catalog, pg_temp
    as $$
declare
    me constant text := vav.person();
    epoch constant text := vav.epoch();
    horizon constant xid8 := pg_snapshot_xmin(pg_current_snapshot());
    size constant int := least(greatest(coalesce(most, 500), 1), 1000);
    start constant jsonb := case when jsonb_typeof(since) = 'object' then since end;
    -- Told along from page to page, so that the last one knows where the pull began.
    whole constant boolean := start is null or coalesce((start ->> 'whole')::boolean, false);
    page record;
    answer jsonb;
begin
    answer := jsonb_build_object('epoch', epoch, 'now', floor(extract(epoch from clock_timestamp()) * 1000)::bigint);
    if start is not null and start ->> 'epoch' is distinct from epoch then
        return answer || jsonb_build_object('reset', true, 'rows', '[]'::jsonb, 'cursor', null, 'more', false);
    end if;
    select array_agg(p.kind order by p.xid, p.seq) as kinds, array_agg(p.id order by p.xid, p.seq) as ids,
           array_agg(p.seq order by p.xid, p.seq) as seqs, count(*) as n,
           (array_agg(p.xid order by p.xid desc, p.seq desc))[1] as xid,
           (array_agg(p.seq order by p.xid desc, p.seq desc))[1] as seq
    into page
    from vav.page(coalesce((start ->> 'xid')::bigint, 0)::text::xid8, coalesce((start ->> 'seq')::bigint, 0), horizon, size) p;
    answer := answer || jsonb_build_object(
        'reset', false,
        'rows', vav.rows_of(page.kinds, page.ids, page.seqs),
        'more', page.n = size,
        'cursor', jsonb_build_object(
            'epoch', epoch,
            'xid', coalesce(page.xid::text, start ->> 'xid', '0'),
            'seq', coalesce(page.seq::text, start ->> 'seq', '0'))
            || case when whole and page.n = size then '{"whole": true}' else '{}'::jsonb end);
    if whole and page.n < size then
        answer := answer || jsonb_build_object('counts', vav.counts());
    end if;
    return answer;
end
$$;
reset role;
