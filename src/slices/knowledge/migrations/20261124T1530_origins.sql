-- What gave rise to an article, as `kind:key`: a request that was solved, for one.
alter table articles add origin text check (origin ~ '^[a-z][a-z-]*:.+$');
create index articles_origin on articles (origin) where origin is not null;
