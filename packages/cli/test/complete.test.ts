/** Completion in shells: what the command line answers, and that bash can use it. */
import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { commandList } from "../src/command-list.ts";
import { newFolder, run } from "./support/cli.ts";

const config = `export default {
  accounts: { shop: { provider: "yedpay" }, "shop-hk": { provider: "bbmsl" }, other: { provider: "stripe" } },
};`;

async function suggestions(folder: string, ...words: string[]): Promise<string[]> {
  const { code, stdout, stderr } = await run(folder, ["complete", "--", ...words]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  return stdout
    .trimEnd()
    .split("\n")
    .slice(0, -1)
    .map((line) => line.split("\t")[0] ?? "");
}

test("completes every command", async () => {
  const names = commandList.map(({ name }) => name);
  expect(await suggestions(newFolder(), "")).toEqual(names);
  expect(await suggestions(newFolder(), "re")).toEqual(
    names.filter((name) => name.startsWith("re")),
  );
});

test("completes the options of a command, its own and those of every command", async () => {
  expect(await suggestions(newFolder(), "record", "--")).toEqual([
    "--status",
    "--by",
    "--refund-id",
    "--version",
    "--config",
    "--json",
    "--verbose",
  ]);
});

describe("completes values", () => {
  test("that an option chooses from", async () => {
    const statuses = ["succeeded", "declined", "reversed"];
    expect(await suggestions(newFolder(), "record", "KEY", "--status", "")).toEqual(statuses);
    expect(await suggestions(newFolder(), "record", "KEY", "--status=d")).toEqual(["declined"]);
  });

  test("with the accounts of the configuration", async () => {
    const folder = newFolder({ "refunds.config.mjs": config });
    expect(await suggestions(folder, "refund", "--account", "shop")).toEqual(["shop", "shop-hk"]);
    expect(await suggestions(folder, "list", "-a", "")).toEqual(["shop", "shop-hk", "other"]);
    const named = newFolder({ "mine.mjs": config });
    const words = ["--config", "mine.mjs", "query", "--account=o"];
    expect(await suggestions(named, ...words)).toEqual(["other"]);
  });

  test("with the providers", async () => {
    expect(await suggestions(newFolder(), "providers", "str")).toEqual(["stripe"]);
    expect(await suggestions(newFolder(), "init", "--provider", "yed")).toEqual(["yedpay"]);
  });
});

test("offers nothing, and says nothing, where it does not know", async () => {
  const broken = newFolder({ "refunds.config.mjs": "export default {" });
  expect(await suggestions(broken, "refund", "--account", "")).toEqual([]);
  expect(await suggestions(broken, "show", "")).toEqual([]);
  expect(await suggestions(broken, "nonsense", "--")).toEqual(expect.any(Array));
});

test.each(["bash", "zsh", "fish", "powershell"])("prints a script for %s", async (shell) => {
  const { code, stdout } = await run(newFolder(), ["complete", shell]);
  expect(code).toBe(0);
  expect(stdout).toMatch(/refunds complete '?--/);
});

test("an unknown shell is refused, with the shells that it knows", async () => {
  const { code, stderr } = await run(newFolder(), ["complete", "tcsh"]);
  expect(code).toBe(2);
  expect(stderr).toContain("Allowed choices are bash, zsh, fish, powershell.");
});

// What bash-completion brings, in short: the words, and the one that is typed.
const bash = `
_get_comp_words_by_ref() { words=("\${COMP_WORDS[@]}"); cword=$COMP_CWORD; cur=\${COMP_WORDS[COMP_CWORD]}; prev=\${COMP_WORDS[COMP_CWORD-1]}; }
compopt() { :; }
source <(refunds complete bash)
COMP_WORDS=(refunds rec) COMP_CWORD=1
$(complete -p refunds | sed 's/.*-F \\([^ ]*\\).*/\\1/')
printf '%s\\n' "\${COMPREPLY[@]}"`;

test.skipIf(spawnSync("bash", ["-c", "true"]).status !== 0)("bash completes a word", async () => {
  const folder = newFolder();
  mkdirSync(join(folder, "bin"));
  const cli = fileURLToPath(new URL("../src/cli.ts", import.meta.url));
  const command = `#!/bin/sh\nexec "${process.execPath}" --conditions=refunds-source "${cli}" "$@"\n`;
  writeFileSync(join(folder, "bin/refunds"), command);
  chmodSync(join(folder, "bin/refunds"), 0o755);
  const path = `${join(folder, "bin")}:${process.env.PATH}`;
  const { stdout } = spawnSync("bash", ["-c", bash], {
    encoding: "utf8",
    env: { ...process.env, PATH: path },
  });
  expect(stdout.trim().split("\n")).toEqual(["reconcile", "record"]);
});
