import { describe, expect, test } from "vitest";
import { failure } from "./support/failure.ts";
import { between, namedSchema, poolOf } from "./support/postgres.ts";
import { admin, journalOf, url } from "./support/postgres-journal.ts";
import { get, put, recordOf } from "./support/records.ts";

describe("a server that cannot be used", () => {
  test("nothing listens on the port", async () => {
    const pool = poolOf({ host: "127.0.0.1", port: 1, database: "shop", password: "sesame" });
    const { message } = await failure("unavailable", () => put(journalOf({ pool })));
    expect(message).toContain("Postgres at 127.0.0.1:1, database shop, schema");
    expect(message).toContain("ECONNREFUSED");
  });

  test("the host name is unknown", async () => {
    const pool = poolOf({ connectionString: "postgres://me:sesame@nowhere.invalid/shop" });
    const { message } = await failure("unavailable", () => put(journalOf({ pool })));
    expect(message).toContain("nowhere.invalid");
  });

  test("the password is wrong", async () => {
    const connectionString = url.replace("sesame-of-the-test", "sesame-wrong");
    const pool = poolOf({ connectionString });
    const { message } = await failure("unavailable", () => put(journalOf({ pool })));
    expect(message).toContain("password authentication failed");
  });

  test("the error of the driver contains the password", async () => {
    const pool = {
      options: { connectionString: "postgres://me:sesame%21@db/shop" },
      connect: () => Promise.reject(new Error("cannot log in with sesame! or sesame%21")),
    };
    await failure("unavailable", () => put(journalOf({ pool })));
  });

  test("a PgBouncer in statement mode", async () => {
    const refused = between(admin(), async () => {
      const message = "transaction blocks not allowed in statement pooling mode";
      throw Object.assign(new Error(message), { code: "08P01" });
    });
    const { message } = await failure("unavailable", () => put(journalOf({ pool: refused })));
    expect(message).toContain("pool_mode");
  });

  test("it does not answer", async () => {
    const pool = admin();
    let destroyed: unknown;
    const silent = between(pool, (text, query) =>
      text.includes("SELECT refund.record") ? new Promise(() => {}) : query(),
    );
    const watched = {
      options: pool.options,
      connect: async () => {
        const client = await silent.connect();
        const release = client.release.bind(client);
        return Object.assign(client, {
          release(destroy?: boolean) {
            destroyed = destroy;
            release(destroy);
          },
        });
      },
    };
    const { message } = await failure("unavailable", () =>
      put(journalOf({ pool: watched, timeoutMs: 200, lockTimeoutMs: 100 })),
    );
    expect(message).toContain("no answer within 400 ms");
    expect(destroyed).toBe(true);
  });

  test("all connections are in use: a connection that comes too late returns to the pool", async () => {
    const pool = poolOf({ connectionString: url, max: 1 });
    const taken = await pool.connect();
    await failure("unavailable", () => put(journalOf({ pool, timeoutMs: 100 })));
    taken.release();
    await expect.poll(() => pool.idleCount).toBe(1);
  });

  test("it works again: the first failure is not cached", async () => {
    const pool = admin();
    let down = true;
    const connect = () => (down ? Promise.reject(new Error("down")) : pool.connect());
    const journal = journalOf({ pool: { connect } });
    await failure("unavailable", () => put(journal));
    down = false;
    await put(journal);
    expect(await get(journal)).toEqual(recordOf());
  });
});

describe("a connection that breaks", () => {
  const breaking = (when: string, times: number) => {
    const pool = admin();
    let left = times;
    return between(pool, async (text, query, client) => {
      if (!text.startsWith(when) || left-- <= 0) return query();
      const [{ pid } = { pid: 0 }] = (await client.query("SELECT pg_backend_pid() AS pid")).rows;
      await pool.query("SELECT pg_terminate_backend($1)", [pid]);
      await new Promise((wake) => setTimeout(wake, 50));
      return query();
    });
  };

  test.each(["BEGIN", "INSERT"])("before %s: the transaction is retried", async (when) => {
    const journal = journalOf({ pool: breaking(when, 1) });
    await put(journal);
    expect(await get(journal)).toEqual(recordOf());
  });

  test("every time: the call rejects", async () => {
    const journal = journalOf({ pool: breaking("INSERT", 1000) });
    await failure("unavailable", () => put(journal));
  });
});

describe("a server that fails while writing", () => {
  /** A journal whose first `times` inserts fail with this SQLSTATE. */
  async function failing(state: string, times: number) {
    const schema = namedSchema();
    const journal = journalOf({ schema });
    await put(journal, { key: "before" });
    await admin().query(`
      CREATE SEQUENCE ${schema}.failures;
      CREATE FUNCTION ${schema}.fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF nextval('${schema}.failures') <= ${times} THEN
          RAISE EXCEPTION 'made up' USING ERRCODE = '${state}';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER fail BEFORE INSERT ON ${schema}.refund_journal
        FOR EACH ROW EXECUTE FUNCTION ${schema}.fail()`);
    return journal;
  }

  test.each([
    ["full", "53100"],
    ["corrupt", "XX001"],
    ["corrupt", "XX002"],
    ["read_only", "25006"],
    ["read_only", "42501"],
    ["unavailable", "53200"],
    ["unavailable", "57014"],
  ] as const)("%s: %s", async (code, state) => {
    const journal = await failing(state, 1);
    const { mayBeWritten } = await failure(code, () => put(journal));
    expect(mayBeWritten).toBe(false);
    expect(await get(journal)).toBeUndefined();
    expect(await get(journal, "before")).toBeDefined();
    await put(journal);
  });

  test.each(["40001", "40P01"])("%s is retried a few times", async (state) => {
    await put(await failing(state, 4));
    await failure("locked", async () => put(await failing(state, 5)));
  });
});

describe("a server that does not keep what is written", () => {
  /** A journal with the records of keys 0 to 2, and a table that changes what is written to it. */
  async function altered(sql: (table: string) => string) {
    const schema = namedSchema();
    const journal = journalOf({ schema });
    await Promise.all([0, 1, 2].map((at) => put(journal, own(at))));
    await admin().query(sql(`${schema}.refund_journal`));
    return journal;
  }

  const own = (at: number) => ({ key: `key ${at}`, payment: `payment ${at}` });

  const skipping = (event: string) => (table: string) =>
    `
    CREATE FUNCTION ${table}_skip() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
    CREATE TRIGGER skip BEFORE ${event} ON ${table} FOR EACH ROW EXECUTE FUNCTION ${table}_skip()`;

  test.each([
    ["a trigger skips new rows", skipping("INSERT"), [3, 4]],
    ["a trigger skips changes", skipping("UPDATE"), [0, 1]],
  ] as const)("%s: each call rejects, together and alone", async (_, sql, [one, other]) => {
    const journal = await altered(sql);
    const ends = await Promise.allSettled([
      put(journal, { ...own(one), attempt: 2 }),
      put(journal, { ...own(other), attempt: 2 }),
    ]);
    expect(ends.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    const { message } = await failure("read_only", () => put(journal, { ...own(one), attempt: 2 }));
    expect(message).toContain("did not keep");
  });

  test("a rule replaces what is written", async () => {
    const journal = await altered(
      (table) => `CREATE RULE none AS ON INSERT TO ${table} DO INSTEAD NOTHING`,
    );
    await failure("unavailable", () => put(journal, own(3)));
  });

  test("one of several is skipped: the others are written", async () => {
    const journal = await altered(
      (table) => `
      CREATE FUNCTION ${table}_skip() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF NEW.key = 'key 4' THEN RETURN NULL; END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER skip BEFORE INSERT ON ${table} FOR EACH ROW EXECUTE FUNCTION ${table}_skip()`,
    );
    const ends = await Promise.allSettled(
      [0, 3, 4, 5].map((at) => put(journal, { ...own(at), attempt: 2 })),
    );
    expect(ends.map(({ status }) => status)).toEqual([
      "fulfilled",
      "fulfilled",
      "rejected",
      "fulfilled",
    ]);
    expect((await journal.open()).map(({ key }) => key).sort()).toEqual(
      [0, 1, 2, 3, 5].map((at) => own(at).key),
    );
  });
});

test("rejects with locked in time, and works again later", async () => {
  const schema = namedSchema();
  const journal = journalOf({ schema, lockTimeoutMs: 100 });
  await put(journal);
  const other = await admin().connect();
  await other.query(`BEGIN; LOCK TABLE ${schema}.refund_journal`);
  await failure("locked", () => put(journal));
  await other.query("ROLLBACK");
  other.release();
  await put(journal, { attempt: 2 });
});

test("names a statement_timeout that is shorter than the lock timeout", async () => {
  const schema = namedSchema();
  await put(journalOf({ schema }));
  const pool = poolOf({ connectionString: url, options: "-c statement_timeout=100" });
  const other = await admin().connect();
  await other.query(`BEGIN; LOCK TABLE ${schema}.refund_journal`);
  const { message } = await failure("unavailable", () => put(journalOf({ pool, schema })));
  expect(message).toContain("Increase the user's statement_timeout");
  await other.query("ROLLBACK");
  other.release();
});

test("read-only: lists what it has, and says nothing about a key, because a record may be missing", async () => {
  const schema = namedSchema();
  await put(journalOf({ schema }));
  const pool = poolOf({ connectionString: url, options: "-c default_transaction_read_only=on" });
  const journal = journalOf({ pool, schema });
  expect(await journal.list({ limit: 1 })).toEqual([recordOf()]);
  expect(await journal.open()).toEqual([recordOf()]);
  await failure("read_only", () => put(journal, { attempt: 2 }));
  for (const key of [recordOf().key, "another"]) {
    await failure("read_only", () => get(journal, key));
    await failure("read_only", () => journal.get(key));
  }
  await failure("read_only", () => put(journalOf({ pool })));
});
