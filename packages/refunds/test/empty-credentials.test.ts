/** `process.env.NAME ?? ""`, of a variable that is not set, is what most people meet first. */
import { createSandbox } from "@refunds/sandbox";
import { expect, test } from "vitest";
import * as refunds from "../src/index.ts";

const sandbox = await createSandbox();
const { providers } = sandbox;

test.each(providers)(
  "$provider: an empty credential is reported as empty, once",
  ({ provider, credentials, environment }) => {
    const create = (refunds as unknown as Record<string, (options: object) => unknown>)[provider];
    const full = credentials[0] ?? {};
    const empty = Object.fromEntries(
      Object.entries(full).map(([name, value]) => [name, typeof value === "string" ? "" : value]),
    );
    const fields = Object.keys(empty).filter((name) => empty[name] === "");
    let problems: { field: string; message: string }[] = [];
    try {
      create?.({ environment, ...empty });
    } catch (error) {
      problems = (error as refunds.RefundError).problems as typeof problems;
    }
    expect(problems.map(({ field }) => field).sort()).toEqual(fields.sort());
    for (const { message } of problems)
      expect(message).toMatch(/^(is missing|must not be empty|must be [\w-]+ or)/);
  },
);
