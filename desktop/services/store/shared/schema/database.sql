-- What a clone by template does not inherit: privileges on the database itself.
revoke all on database {{database}} from public;
grant connect on database {{database}} to {{owner}}, {{keeper}}, {{advisor}}, {{team_lead}},
    {{administrator}}, {{authenticator}};
-- Compiling a statement takes longer than any of ours runs.
alter database {{database}} set jit = off;
