-- Which change tells what to whom.
set local role {{owner}};

do $do$
declare
    -- Table, kind, customer's column, people's columns, everybody or who it is shown to, whose leads.
    told constant text[] := array[
        ['branches', 'branch', '', '', 'all', ''],
        ['teams', 'team', '', '', 'all', ''],
        ['people', 'person', '', '', 'all', ''],
        ['documents', 'document', '', '', 'all', ''],
        ['customers', 'customer', 'id', '', '', ''],
        ['contracts', 'contract', 'customer_id', '', '', ''],
        ['cases', 'case', 'customer_id', '', '', ''],
        ['contacts', 'contact', 'customer_id', 'person_id', '', ''],
        ['step_offs', 'step_off', 'customer_id', 'person_id', '', ''],
        ['promises', 'promise', 'customer_id', 'person_id', '', ''],
        ['incivilities', 'incivility', 'customer_id', 'person_id', '', 'person_id'],
        ['answers', 'answer', 'customer_id', 'person_id', '', ''],
        ['video_calls', 'video_call', 'customer_id', 'person_id', '', ''],
        ['video_photos', 'video_photo', 'customer_id', 'person_id', '', ''],
        ['pinned_notes', 'pinned_note', 'customer_id', 'person_id', '', ''],
        ['thanks', 'thanks', '', 'person_id', '', ''],
        ['check_ins', 'check_in', '', 'person_id', '', ''],
        ['waiting_check_ins', 'check_in_waiting', '', 'lead_id', '', ''],
        ['check_in_replies', 'check_in_reply', '', 'lead_id,author_id', '', ''],
        ['check_in_readings', 'check_in_reading', '', 'author_id', '', ''],
        ['script_versions', 'script_version', '', '', 'all', ''],
        ['chain_merges', 'chain_merge', '', '', 'all', ''],
        ['own_words', 'own_words', '', 'person_id', 'shown', ''],
        ['credits', 'credit', '', 'person_id', 'shown', ''],
        ['gestures', 'gesture', 'customer_id', 'person_id', '', ''],
        ['awaitings', 'awaiting', 'customer_id', 'person_id', '', ''],
        ['gesture_requests', 'gesture_request', '', 'person_id,lead_id', '', ''],
        ['gesture_answers', 'gesture_answer', '', 'lead_id,author_id', '', ''],
        ['pauses', 'pause', '', 'person_id', '', ''],
        ['follow_ups', 'follow_up', '', 'lead_id,author_id', '', ''],
        ['talks', 'talk', '', 'lead_id,author_id', '', ''],
        ['talk_notes', 'talk_note', '', 'lead_id', '', ''],
        ['stories', 'story', '', 'person_id', 'shown', 'person_id'],
        ['story_outcomes', 'story_outcome', '', 'author_id', 'shown', 'author_id']
    ];
    one text[];
    arguments text;
    bound text;
begin
    foreach one slice 1 in array told loop
        arguments := format('(%L, %L, %L, %L, %L)', one[2], one[3], one[4], one[5], one[6]);
        execute format('create or replace trigger tell_insert after insert on vav.%I referencing new table as fresh'
            ' for each statement execute function vav.to_feed%s', one[1], arguments);
        execute format('create or replace trigger tell_update after update on vav.%I'
            ' referencing new table as fresh old table as former'
            ' for each statement execute function vav.to_feed%s', one[1], arguments);
        execute format('create or replace trigger tell_delete after delete on vav.%I referencing old table as former'
            ' for each statement execute function vav.to_feed%s', one[1], arguments);
    end loop;
    foreach bound in array array['contracts', 'cases', 'contacts', 'step_offs', 'promises', 'incivilities',
                                 'answers', 'pinned_notes', 'video_calls', 'video_photos', 'gestures',
                                 'awaitings'] loop
        execute format('create or replace trigger bind before insert or update of customer_id on vav.%I'
            ' for each row execute function vav.set_branch()', bound);
    end loop;
end
$do$;

create or replace trigger count_version before update on vav.customers
    for each row execute function vav.count_version();
create or replace trigger take_along_insert after insert on vav.customers referencing new table as fresh
    for each statement execute function vav.take_along();
create or replace trigger take_along_update after update on vav.customers
    referencing new table as fresh old table as former
    for each statement execute function vav.take_along();
create or replace trigger learn_insert after insert on vav.customers referencing new table as fresh
    for each statement execute function vav.learn_words();
create or replace trigger learn_update after update on vav.customers
    referencing new table as fresh old table as former
    for each statement execute function vav.learn_words();
create or replace trigger learn_delete after delete on vav.customers referencing old table as former
    for each statement execute function vav.learn_words();
create or replace trigger set_waits before insert on vav.answers
    for each row execute function vav.set_waits();
create or replace trigger open_answers after insert on vav.contacts referencing new table as fresh
    for each statement execute function vav.open_answers();
create or replace trigger catch_up before insert on vav.promises
    for each row execute function vav.catch_up();
create or replace trigger catch_up before insert on vav.check_ins
    for each row execute function vav.catch_up();
create or replace trigger set_waiting after insert or update or delete on vav.check_ins
    for each row execute function vav.set_waiting();
create or replace trigger set_author before insert on vav.check_in_replies
    for each row execute function vav.set_author();
create or replace trigger set_author before insert on vav.check_in_readings
    for each row execute function vav.set_author();
create or replace trigger set_author before insert on vav.talks
    for each row execute function vav.set_author();
create or replace trigger set_follow_up before insert on vav.follow_ups
    for each row execute function vav.set_follow_up();
create or replace trigger set_team before insert on vav.pauses
    for each row execute function vav.set_team();
create or replace trigger set_stands before insert on vav.gesture_answers
    for each row execute function vav.set_stands();
create or replace trigger require_unmade before insert on vav.gestures
    for each row when (new.request_id <> '' and new.takes_back = '') execute function vav.require_unmade();
create or replace trigger keep_ceiling after insert or update on vav.documents
    for each row when (new.type = 'latitude') execute function vav.keep_ceiling();
create or replace trigger set_shown before insert on vav.own_words
    for each row execute function vav.set_shown('shared', 'script_id', 'step_id');
create or replace trigger set_shown before insert on vav.credits
    for each row execute function vav.set_shown('agreed', 'suggestion_id');
create or replace trigger set_outcome before insert on vav.story_outcomes
    for each row execute function vav.set_outcome();
create or replace trigger tell_lead_insert after insert on vav.people
    for each row execute function vav.tell_lead();
create or replace trigger tell_lead_update after update on vav.people
    for each row when ((old.role, old.team_id, old.enabled) is distinct from (new.role, new.team_id, new.enabled))
    execute function vav.tell_lead();
create or replace trigger only_grows before update or delete on vav.audit
    for each row execute function vav.only_grows();
create or replace trigger never_emptied before truncate on vav.audit
    for each statement execute function vav.only_grows();
reset role;
