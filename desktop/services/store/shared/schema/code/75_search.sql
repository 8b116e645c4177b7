-- Finds customers of every branch by any piece: the best first, nothing but what the list shows.
set local role {{keeper}};
-- Its setting may be named below only once the extension is loaded.
select ext.similarity('', '');

-- What was typed as the beginning of a number in E.164; French where no country is told.
create or replace function vav.e164_begin(typed text) returns text
    language sql immutable security definer set search_path = pg_catalog, pg_temp
    as $$
    select case
        when typed !~ '^[+(]*[0-9][-0-9 .()/]*$' or length(n) < 4 then null
        when n like '+%' then n
        when n like '00%' then '+' || substr(n, 3)
        when n like '0%' then '+33' || substr(n, 2)
        when n like '33%' then '+' || n
    end from (select regexp_replace(regexp_replace(typed, '\(0\)', ''), '[^0-9+]', '', 'g') as n) s
$$;

-- The planner must see what was typed: a pattern that it does not know can use no index.
-- Candidates by number, phone, e-mail or contract: what was typed whole (0), or its beginning (1).
create or replace function vav.by_number(typed text, most int) returns table (id text, tier int)
    language plpgsql stable security definer set search_path = pg_catalog, pg_temp
    set plan_cache_mode = force_custom_plan
    as $$
declare
    code constant text := lower(regexp_replace(typed, '\s', '', 'g'));
    -- In LIKE, what was typed stands for itself.
    begins constant text := regexp_replace(code, '([\\%_])', '\\\1', 'g') || '%';
    phone constant text := vav.e164_begin(typed);
begin
    if code like '%@%' then
        return query select c.id, (lower(c.email) <> code)::int from vav.customers c
        where c.email <> '' and lower(c.email) like begins limit most;
        return;
    end if;
    if phone is not null then
        return query select c.id, (c.phone <> vav.e164_begin(typed))::int from vav.customers c
        where c.phone <> '' and c.phone like vav.e164_begin(typed) || '%' limit most;
        return query select c.id, (c.phone2 <> vav.e164_begin(typed))::int from vav.customers c
        where c.phone2 <> '' and c.phone2 like vav.e164_begin(typed) || '%' limit most;
    end if;
    if code !~ '[0-9]' or length(code) < 2 then
        return;
    end if;
    return query select c.id, (lower(c.number) <> code)::int from vav.customers c
    where c.number <> '' and lower(c.number) like begins order by lower(c.number) using operator(pg_catalog.~<~)
    limit most;
    return query select t.customer_id, (lower(t.number) <> code)::int from vav.contracts t
    where lower(t.number) like begins order by lower(t.number) using operator(pg_catalog.~<~) limit most;
    if code ~ '^[0-9]{4,5}$' then
        return query select c.id, 1 from vav.customers c
        where c.postcode <> '' and c.postcode like begins limit most;
    end if;
end
$$;

-- The words of names that are most like one that few bear, and itself. The threshold lets two
-- swapped letters of a short name through.
create or replace function vav.alike(typed text) returns text[]
    language sql stable security definer set search_path = pg_catalog, pg_temp
    set pg_trgm.similarity_threshold = 0.25
    as $$
    select typed || array(
        select k.word from vav.name_words k where k.word operator(ext.%) typed
        order by ext.similarity(k.word, typed) desc, k.word limit 8)
$$;

-- Candidates by words: names by their own order in the index, which stops early (2); every word
-- anywhere, with postcode and city (3); words like it (4), only where few answer.
create or replace function vav.by_words(typed text, most int) returns table (id text, tier int)
    language plpgsql stable security definer set search_path = pg_catalog, pg_temp
    set plan_cache_mode = force_custom_plan
    as $$
declare
    words constant text[] := array(
        select distinct w from regexp_split_to_table(translate(vav.plain(left(typed, 200)), '\%', '  '), '\s+') w
        where w <> '' limit 8);
    word text;
    others text;
    anywhere text;
    families text[];
    givens text[];
    n int := 0;
    found_now int;
begin
    -- Digits alone, codes with a digit in one word and addresses are numbers: see by_number.
    if cardinality(words) = 0 or typed !~ '[[:alpha:]]' or typed like '%@%'
       or cardinality(words) = 1 and typed ~ '[0-9]' then
        return;
    end if;
    foreach word in array words loop
        others := coalesce((select string_agg(w, ' ') from unnest(words) w where w <> word), '');
        return query select c.id, 2 from vav.customers c
        where vav.plain(c.family_name) like word || '%' and vav.plain(c.given_name) like others || '%'
        order by vav.plain(c.family_name) using operator(pg_catalog.~<~) limit most;
        get diagnostics found_now = row_count;
        n := n + found_now;
    end loop;
    if cardinality(words) = 1 and n < most then
        return query select c.id, 2 from vav.customers c where vav.plain(c.given_name) like words[1] || '%'
        order by vav.plain(c.given_name) using operator(pg_catalog.~<~) limit most;
        get diagnostics found_now = row_count;
        n := n + found_now;
    end if;
    if n < most then
        -- One pattern a word, so that the index is asked for all of them at once.
        select string_agg(format('c.search like %L', '% ' || w || '%'), ' and ') into anywhere from unnest(words) w;
        return query execute format('select c.id, 3 from vav.customers c where %s limit $1', anywhere) using most;
        get diagnostics found_now = row_count;
        n := n + found_now;
    end if;
    if n = 0 or n < 5 and cardinality(words) = 1 then
        foreach word in array words loop
            others := coalesce((select string_agg(w, ' ') from unnest(words) w where w <> word), '');
            families := vav.alike(word);
            givens := vav.alike(others);
            return query select c.id, 4 from vav.customers c
            where vav.plain(c.family_name) = any (families)
              and (vav.plain(c.given_name) like others || '%' or vav.plain(c.given_name) = any (givens))
            limit most;
        end loop;
        if cardinality(words) = 1 then
            return query select c.id, 4 from vav.customers c where vav.plain(c.given_name) = any (families)
            limit most;
        end if;
    end if;
end
$$;

create or replace function api.search(words text, most int default 50) returns jsonb
    language plpgsql stable security definer set search_path = pg_catalog, pg_temp
    as $$
declare
    me constant text := vav.person();
    typed constant text := btrim(left(coalesce(words, ''), 200));
    size constant int := least(greatest(coalesce(most, 50), 1), 200);
    matches jsonb;
begin
    select jsonb_agg(jsonb_build_object(
        'customer_id', c.id, 'name', coalesce(nullif(btrim(c.given_name || ' ' || c.family_name), ''), c.number),
        'number', c.number, 'phone', c.phone, 'email', c.email, 'postcode', c.postcode, 'city', c.city,
        'contract', coalesce(t.number, ''), 'product', coalesce(t.product, ''), 'branch_id', c.branch_id)
        order by b.tier, b.alike desc, c.search, c.id)
    into matches
    from (
        select f.id, min(f.tier) as tier, max(ext.word_similarity(vav.plain(typed), h.search)) as alike
        from (select * from vav.by_number(typed, size) union all select * from vav.by_words(typed, size)) f
        join vav.customers h on h.id = f.id
        group by f.id order by 2, 3 desc, max(h.search), 1 limit size
    ) b
    join vav.customers c on c.id = b.id
    left join lateral (
        select t.number, t.product from vav.contracts t where t.customer_id = c.id
        order by lower(t.number) = lower(typed) desc, t.status = 'ended', t.id desc limit 1) t on true;
    return jsonb_build_object('now', floor(extract(epoch from clock_timestamp()) * 1000)::bigint,
                              'matches', coalesce(matches, '[]'));
end
$$;
reset role;
