-- Row-level security on every table, forced: also the owner's functions see a person's rows only.
set local role {{owner}};

grant select, insert, update, delete, truncate on all tables in schema vav to {{keeper}};
grant usage on all sequences in schema vav to {{keeper}};

do $do$
declare
    one text;
    old record;
    bound constant text := 'branch_id = (select vav.branch())'
        ' or customer_id = any ((select vav.followed())::text[])';
    mine constant text := 'person_id = (select vav.person())';
    lead constant text := 'lead_id = (select vav.person())';
    -- Table, command, policy's expression; several lines of one table and command are joined by OR.
    rules constant text[] := array[
        ['meta', 'select', 'true'],
        ['branches', 'select', 'true'],
        ['teams', 'select', 'true'],
        ['people', 'select', 'true'],
        ['documents', 'select', 'true'],
        ['customers', 'select', 'branch_id = (select vav.branch())'
            ' or id = any ((select vav.followed())::text[])'],
        ['customers', 'insert', 'branch_id is not distinct from (select vav.branch())'],
        ['contracts', 'select', bound],
        ['cases', 'select', bound],
        ['answers', 'select', 'not waits and (' || bound || ' or ' || mine || ')'],
        ['answers', 'insert', mine],
        ['video_calls', 'select', bound || ' or ' || mine],
        ['video_calls', 'insert', mine],
        ['video_photos', 'select', bound || ' or ' || mine],
        ['video_photos', 'insert', mine],
        ['contacts', 'select', bound || ' or ' || mine],
        ['contacts', 'insert', mine],
        ['step_offs', 'select', bound || ' or ' || mine],
        ['step_offs', 'insert', mine],
        ['promises', 'select', bound || ' or ' || mine],
        ['promises', 'insert', mine],
        ['incivilities', 'select', bound || ' or ' || mine
            || ' or person_id = any ((select vav.led())::text[])'],
        ['incivilities', 'insert', mine],
        ['pinned_notes', 'select', bound || ' or ' || mine],
        ['pinned_notes', 'insert', mine],
        ['thanks', 'select', mine],
        ['thanks', 'insert', mine],
        ['script_versions', 'select', 'true'],
        ['script_versions', 'insert', mine],
        ['chain_merges', 'select', 'true'],
        ['chain_merges', 'insert', mine],
        ['own_words', 'select', 'shown or ' || mine],
        ['own_words', 'insert', mine],
        ['credits', 'select', 'shown or ' || mine],
        ['credits', 'insert', mine],
        ['gestures', 'select', bound || ' or ' || mine],
        ['gestures', 'insert', mine],
        ['awaitings', 'select', bound || ' or ' || mine],
        ['awaitings', 'insert', mine],
        ['gesture_requests', 'select', '(select vav.person()) in (person_id, lead_id)'],
        ['gesture_requests', 'insert', mine],
        ['gesture_answers', 'select', 'stands and (select vav.person()) in (lead_id, author_id)'],
        ['gesture_answers', 'insert', lead],
        ['pauses', 'select', mine],
        ['pauses', 'insert', mine],
        ['follow_ups', 'select', '(select vav.person()) in (lead_id, author_id)'],
        ['follow_ups', 'insert', lead],
        ['talks', 'select', '(select vav.person()) in (lead_id, author_id)'],
        ['talks', 'insert', lead],
        ['talk_notes', 'select', lead],
        ['talk_notes', 'insert', lead],
        ['stories', 'select', mine || ' or not withdrawn and (shown or person_id = any ((select vav.led())::text[]))'],
        ['stories', 'insert', mine],
        ['story_outcomes', 'select', 'author_id = (select vav.person())'
            ' or not withdrawn and (shown or author_id = any ((select vav.led())::text[]))'],
        ['story_outcomes', 'insert', mine],
        ['promise_outcomes', 'select', mine],
        ['promise_outcomes', 'insert', mine],
        ['check_ins', 'select', mine],
        ['check_ins', 'insert', mine],
        ['check_ins', 'update', mine],
        ['check_in_shares', 'select', mine],
        ['check_in_shares', 'insert', mine],
        ['waiting_check_ins', 'select', lead],
        ['check_in_replies', 'select', '(select vav.person()) in (lead_id, author_id)'],
        ['check_in_replies', 'insert', lead],
        ['check_in_readings', 'select', 'author_id = (select vav.person())'],
        ['ops', 'select', mine],
        ['ops', 'insert', mine],
        ['devices', 'select', mine],
        ['devices', 'insert', mine],
        ['devices', 'update', mine],
        ['opened', 'select', mine],
        ['opened', 'insert', mine],
        ['opened', 'update', mine],
        ['feed', 'select', 'topic = any ((select vav.topics())::text[])'
            ' or customer_id = any ((select vav.followed())::text[])']
    ];
    rule text[];
begin
    for old in select tablename, policyname from pg_policies where schemaname = 'vav' loop
        execute format('drop policy %I on vav.%I', old.policyname, old.tablename);
    end loop;
    for one in select tablename from pg_tables where schemaname = 'vav' loop
        execute format('alter table vav.%I enable row level security', one);
        execute format('alter table vav.%I force row level security', one);
        execute format('create policy kept on vav.%I for all to %I using (true) with check (true)',
                       one, {{'keeper'}});
    end loop;
    foreach rule slice 1 in array rules loop
        execute format(
            case rule[2]
                when 'insert' then 'create policy for_%s on vav.%I for %s to %I with check (%s)'
                else 'create policy for_%s on vav.%I for %s to %I using (%s)'
            end,
            rule[2], rule[1], rule[2], {{'owner'}}, rule[3]);
    end loop;
end
$do$;

-- The trail only grows, for its owner and its keeper too.
revoke update, delete, truncate on vav.audit from {{keeper}}, {{owner}};
reset role;
