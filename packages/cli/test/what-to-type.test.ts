/** What the commands tell a person to type can be typed as it stands. */
import { globSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { commandList } from "../src/command-list.ts";
import { providers } from "../src/generated/providers.ts";
import { nextSteps } from "../src/init/next-steps.ts";
import { newFolder, run } from "./support/cli.ts";

test("every command that is printed begins with npx, because that is how most people have it", () => {
  const source = join(import.meta.dirname, "../src");
  const bare = new RegExp(
    `(?<!npx )\\brefunds (${commandList.map(({ name }) => name).join("|")})\\b`,
  );
  // A shell completes only a command that it finds by itself.
  const isWords =
    /refunds (open|list|query)\b(?! )|the refunds|journal's refunds|const approved =|<\(refunds complete/;
  const found = globSync("**/*.ts", { cwd: source, exclude: ["generated/**"] }).flatMap((name) =>
    readFileSync(join(source, name), "utf8")
      .split("\n")
      .filter((line) => bare.test(line) && !/^\s*(\/?\*|\/\/)/.test(line) && !isWords.test(line))
      .map((line) => `${name}: ${line.trim()}`),
  );
  expect(found).toEqual([]);
});

// One identifier, one of several, several at once, an amount that is required, and only full refunds.
const kinds = ["paypal", "stripe", "przelewy24", "mollie", "yedpay"];

test.each(kinds)("%s: the refund that init suggests can be sent", async (name) => {
  const folder = newFolder();
  const init = ["init", "--yes", "--provider", name, "--environment", "sandbox"];
  const { stdout } = await run(folder, init);
  const last = stdout.trim().split("\n").at(-1)?.trim() ?? "";
  expect(last).toMatch(/^npx refunds refund --account /);
  const args = [...last.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    ([, double, single, plain]) => double ?? single ?? plain ?? "",
  );
  const { code, stderr } = await run(folder, [...args.slice(2), "--dry-run"]);
  expect({ code, stderr }).toMatchObject({ code: 0 });
});

test("init names what is missing only", async () => {
  const [provider] = providers;
  if (!provider) throw new Error("There is no provider.");
  const plan = { provider, account: "my shop", environment: "test", journal: "sqlite" } as const;
  expect((await nextSteps(newFolder(), plan)).join()).not.toContain("npm install");
  expect((await nextSteps(tmpdir(), plan)).join()).toContain("npm install");
});
