/** `init`, `providers`, `doctor`, and what every command does with a configuration that is wrong. */
import { appendFileSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sqliteJournal } from "@refunds/journal/sqlite";
import { describe, expect, test } from "vitest";
import { providers } from "../src/generated/providers.ts";
import { configText } from "../src/init/config-text.ts";
import { exampleLines } from "../src/init/env-text.ts";
import { documents, newFolder, run } from "./support/cli.ts";
import { openShop } from "./support/shop.ts";

describe("init", () => {
  test("writes what a provider needs", async () => {
    const folder = newFolder();
    const { code } = await run(folder, ["init", "--yes", "--provider", "bbmsl"]);
    expect(code).toBe(0);
    const read = (name: string) => readFileSync(join(folder, name), "utf8");
    expect(read(".gitignore").split("\n")).toEqual([
      ".env",
      "refunds.sqlite*",
      "*.report.csv",
      "*.partial",
      "",
    ]);
    // The empty variables are missing, and each is named.
    const empty = await run(folder, ["doctor"]);
    expect(empty.code).toBe(2);
    const variables = read(".env.example").match(/^\w+(?==$)/gm) ?? [];
    expect(variables).toHaveLength(2);
    for (const variable of variables) expect(empty.stdout).toContain(variable);
  });

  test.each(providers)(
    "$name: the configuration reads each variable of .env.example",
    (provider) => {
      const plan = {
        provider,
        account: "my shop",
        environment: "test",
        journal: "postgres",
      } as const;
      const text = configText(plan);
      const variables = exampleLines(plan).filter((line) => !line.startsWith("#"));
      expect(variables.length).toBeGreaterThan(1);
      for (const line of variables) expect(text).toContain(`process.env.${line.replace("=", "")}`);
      const names = provider.credentials.flat().map(({ name }) => name);
      for (const name of names) expect(text).toContain(`${name}: `);
    },
  );

  test("for the sandbox, writes credentials that it accepts", async () => {
    const folder = newFolder();
    await run(folder, ["init", "--yes", "--provider", "yedpay", "--environment", "sandbox"]);
    expect(statSync(join(folder, ".env")).mode & 0o077).toBe(0);
    const { stdout } = await run(folder, ["doctor"]);
    expect(stdout).toMatch(/^ok +account yedpay /m);
  });

  test("does not touch what is there", async () => {
    const folder = newFolder({ ".gitignore": "dist", "package.json": '{ "type": "commonjs" }' });
    await run(folder, ["init", "--yes", "--provider", "yedpay", "--account", "hong-kong"]);
    expect(readFileSync(join(folder, ".gitignore"), "utf8")).toBe(
      "dist\n.env\nrefunds.sqlite*\n*.report.csv\n*.partial\n",
    );
    const config = readFileSync(join(folder, "refunds.config.mts"), "utf8");
    expect(config).toContain('"hong-kong": {');
    appendFileSync(join(folder, "refunds.config.mts"), "// mine\n");
    rmSync(join(folder, "refunds.sqlite"));
    rmSync(join(folder, "refunds.sqlite-mark"));
    const again = await run(folder, ["init", "--json"]);
    expect(documents(again)).toMatchObject([{ written: [{ what: "wrote" }] }]);
    expect(readFileSync(join(folder, "refunds.config.mts"), "utf8")).toBe(`${config}// mine\n`);
  });

  test("without a terminal, says what it needs", async () => {
    expect(await run(newFolder(), ["init"])).toMatchObject({ code: 7 });
    expect(await run(newFolder(), ["init", "--yes"])).toMatchObject({ code: 2 });
    expect(await run(newFolder(), ["init", "--yes", "--provider", "nope"])).toMatchObject({
      code: 2,
    });
  });
});

test("providers lists each one, and what it needs", async () => {
  const folder = newFolder();
  const all = await run(folder, ["providers", "--json"]);
  expect(documents(all)).toEqual([providers]);
  const lines = (await run(folder, ["providers"])).stdout.trim().split("\n");
  expect(lines).toHaveLength(providers.length + 1);
  const some = providers.filter(({ settings, extra }) => settings.length > 0 || extra).slice(0, 2);
  const pages = await Promise.all(some.map(({ name }) => run(folder, ["providers", name])));
  for (const [at, { payment, credentials }] of some.entries()) {
    for (const { name } of [...payment.fields, ...credentials.flat()]) {
      expect(pages[at]?.stdout).toContain(name);
    }
  }
  expect(await run(folder, ["providers", "nope"])).toMatchObject({ code: 2, stdout: "" });
});

describe("doctor", () => {
  test("says that all is well", async () => {
    const { refunds } = await openShop({ providers: ["yedpay", "bbmsl"] });
    const { code, stdout } = await refunds("doctor");
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining("All is well.") });
    expect(stdout).not.toContain("sandbox-token");
    expect(stdout).not.toContain("PRIVATE KEY");
  });

  test("says how to start a sandbox that does not run", async () => {
    const folder = newFolder({
      "refunds.config.mjs": `const accessToken = "sandbox-token", provider = "yedpay";
export default { accounts: {
  here: { provider, baseUrl: "http://127.0.0.1:1/yedpay", accessToken },
  there: { provider, environment: "test", accessToken },
} };`,
    });
    await sqliteJournal({ file: join(folder, "refunds.sqlite") }).close();
    const { code, stdout } = await run(folder, ["doctor"]);
    expect(code).toBe(2);
    expect(stdout.match(/^WRONG.*$/gm)).toEqual([
      expect.stringMatching(/address http:\/\/127\.0\.0\.1:1 .*npx refunds sandbox --port 1$/),
    ]);
  });

  test("names every account that is wrong, and a journal that is missing", async () => {
    const folder = newFolder({
      "refunds.config.mjs": `export default { accounts: {
        one: { provider: "yedpay", environment: "test", accessToken: process.env.TOKEN_OF_ONE },
        two: { provider: "nope" },
      } };`,
    });
    const { code, stdout } = await run(folder, ["doctor", "--json"]);
    expect(code).toBe(2);
    const [{ findings }] = [JSON.parse(stdout)];
    const wrong = findings.filter(({ ok }: { ok: boolean }) => !ok);
    expect(wrong).toMatchObject([
      { what: "account one", found: expect.stringMatching(/must be accessToken.*TOKEN_OF_ONE/) },
      { what: "account two", found: expect.stringContaining("must be one of") },
      { what: "journal" },
    ]);
  });
});

describe("a configuration", () => {
  test("that is wrong is refused, and the message says why", async () => {
    const wrong = [
      ["refunds.config.mjs", "export default 7;", "must have a default export"],
      ["refunds.config.mjs", "export default { accounts: {}, jurnal: 1 };", "jurnal"],
      ["refunds.config.mjs", "export default { accounts: { a: {} } };", "provider"],
      ["refunds.config.mjs", "export default { accounts: {}, journal: 7 };", "journal"],
      ["refunds.config.mjs", "export default { accounts: {}, rawAnswers: 1 };", "rawAnswers"],
      ["refunds.config.mjs", 'import "nothing-like-it";', "nothing-like-it"],
      ["refunds.config.ts", "export default {;", "Cannot load"],
    ] as const;
    const ended = await Promise.all(
      wrong.map(([name, text]) => run(newFolder({ [name]: text }), ["open"])),
    );
    for (const [at, { code, stderr }] of ended.entries()) {
      const why = wrong[at]?.[2] ?? "";
      expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(why) });
      expect(stderr).not.toContain("    at ");
    }
  });

  test("is found above, and by its name", async () => {
    const { folder, refunds } = await openShop({ providers: ["yedpay"] });
    expect(await run(join(folder, "node_modules"), ["open"])).toMatchObject({ code: 0 });
    const empty = newFolder();
    expect(await run(empty, ["open"])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("init"),
    });
    expect(
      await run(empty, ["open", "--config", join(folder, "refunds.config.mjs")]),
    ).toMatchObject({ code: 0 });
    expect(await refunds("open", "--config", "nowhere.ts")).toMatchObject({ code: 2 });
  });

  test("in Postgres says what it needs", async () => {
    const journal = "{ postgres: process.env.NO_SUCH_DATABASE }";
    const folder = newFolder({
      "refunds.config.mjs": `export default { accounts: {}, journal: ${journal} };`,
    });
    expect(await run(folder, ["open"])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("journal.postgres"),
    });
    writeFileSync(
      join(folder, ".env"),
      "NO_SUCH_DATABASE=postgres://me:hunter2secret@127.0.0.1:9/db\n",
    );
    const { code, stderr } = await run(folder, ["open"]);
    expect(code).toBe(6);
    expect(stderr).not.toContain("hunter2secret");
  });
});

describe("the command line", () => {
  test("has help for each command, with examples and exit codes", async () => {
    const folder = newFolder();
    const { stdout } = await run(folder, ["--help"]);
    const names = [...stdout.matchAll(/^ {2}([a-z]+) {2,}\S/gm)].map(([, name = ""]) => name);
    expect(names.length).toBeGreaterThan(13);
    const helps = await Promise.all(names.map((name) => run(folder, ["help", name])));
    for (const { stdout } of helps) {
      expect(stdout).toContain("Examples:");
      expect(stdout).toContain("Exit codes:");
    }
  });

  test("prints its help, and refuses what it does not know without a stack", async () => {
    const folder = newFolder();
    const helps = await Promise.all([[], ["--help"], ["help"]].map((args) => run(folder, args)));
    for (const { stdout } of helps) expect(stdout).toContain("Usage: refunds");
    const mistakes = [["nope"], ["open", "--nope"], ["show"], ["--json", "nope"]];
    const refused = await Promise.all(mistakes.map((args) => run(folder, args)));
    for (const { code, stderr } of refused) {
      expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringMatching(/^error: /) });
      expect(stderr).not.toContain("    at ");
    }
  });

  test.each([["sandbox"], ["listen", "--forward", "http://127.0.0.1:1"], ["complete", "bash"]])(
    "%s, which prints text only, refuses --json",
    async (...args) => {
      const { code, stdout, stderr } = await run(newFolder(), [...args, "--json"]);
      expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining("--json") });
      expect(JSON.parse(stdout)).toMatchObject({ error: { code: "usage" } });
    },
  );

  test("a stack is printed only if it was asked for", async () => {
    const { stderr } = await run(newFolder(), ["open", "--verbose"]);
    expect(stderr).toContain("    at ");
  });
});
