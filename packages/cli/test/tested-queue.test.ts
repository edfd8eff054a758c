/** The queue relies on what the types of pg-boss leave out, so it is used in the version that was tested. */
import { readFileSync } from "node:fs";
import { expect, test, vi } from "vitest";
import { pgBossQueue } from "../src/queue/pg-boss-queue.ts";
import type { GivenRow } from "../src/queue/row-queue.ts";

type Work = (jobs: readonly object[]) => Promise<readonly { readonly status: string }[]>;

const boss = vi.hoisted(() => ({ touch: vi.fn(), work: vi.fn() }));
vi.mock("pg-boss", () => ({
  PgBoss: class {
    on() {}
    async start() {}
    async createQueue() {}
    work = boss.work;
    touch = boss.touch;
  },
}));

/** Gives out one row, and asks whether it is this worker's, with this answer of `touch()`. */
async function giveOut(touched: object) {
  boss.touch.mockResolvedValue(touched);
  const queue = await pgBossQueue({ connectionString: "", schema: "q" });
  const lost = vi.fn();
  const handle = async (rows: readonly GivenRow[]) =>
    Promise.all(rows.map(async ({ isOurs }) => ((await isOurs()) ? "done" : "again") as "done"));
  await queue.work("shop", { batch: 1, batches: 1, handle, lost });
  const work: Work = boss.work.mock.lastCall?.at(-1);
  const job = { id: "1", data: { row: "{}" }, signal: new AbortController().signal };
  const [{ status } = { status: "none" }] = await work([job]);
  return { lost, status };
}

test("a worker whose pg-boss does not say whose a row is gives it back, and ends", async () => {
  const { lost, status } = await giveOut({ jobs: ["1"], requested: 1, affected: 1 });
  expect(status).toBe("failed");
  expect(lost).toHaveBeenCalledExactlyOnceWith(
    expect.objectContaining({
      code: "queue_failed",
      message: expect.stringContaining("npm install pg pg-boss@"),
    }),
  );
});

test.each([
  [["1"], "completed"],
  [[], "failed"],
])(
  "of a job of which pg-boss says that %j are still ours, the worker goes on",
  async (settled, status) => {
    const given = await giveOut({ settled });
    expect(given.status).toBe(status);
    expect(given.lost).not.toHaveBeenCalled();
  },
);

test("who installs pg-boss gets the version that was tested", async () => {
  const textOf = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), "utf8");
  const tested = JSON.parse(textOf("node_modules/pg-boss/package.json")).version;
  expect(JSON.parse(textOf("package.json")).peerDependencies["pg-boss"]).toBe(tested);
  const named = ["../../docs/bulk-refunds.md", "README.md", "src/queue/pg-boss-queue.ts"].flatMap(
    (path) => textOf(path).match(/pg-boss@?[\d.]*\d/g) ?? [],
  );
  expect(named.length).toBeGreaterThan(1);
  expect(new Set(named)).toEqual(new Set([`pg-boss@${tested}`]));
});
