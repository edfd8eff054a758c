import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import { pnpm, underPnpm } from "../src/tools.ts";

const root = mkdtempSync(join(tmpdir(), "refunds-tools-"));
writeFileSync(join(root, "package.json"), JSON.stringify({ packageManager: "pnpm@10.34.9" }));
afterAll(() => rmSync(root, { recursive: true }));

test.each([
  ["pnpm/10.34.9 npm/? node/v24.21.0 linux x64", ["pnpm"]],
  ["pnpm/10.34.90 npm/? node/v24.21.0 linux x64", ["npx", "-y", "pnpm@10.34.9"]],
  ["npm/11.19.1 node/v24.21.0 linux x64", ["npx", "-y", "pnpm@10.34.9"]],
  [undefined, ["npx", "-y", "pnpm@10.34.9"]],
])("pnpm has the pinned version under %s", (agent, command) => {
  vi.stubEnv("npm_config_user_agent", agent);
  expect(pnpm(root)).toEqual(command);
  const isRunning = command.length === 1;
  expect(underPnpm(root, ["node", "x.js"])).toEqual(
    isRunning ? ["node", "x.js"] : [...command, "exec", "node", "x.js"],
  );
});
