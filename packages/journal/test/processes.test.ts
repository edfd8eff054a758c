import { join } from "node:path";
import { describe, expect, inject, onTestFinished, test } from "vitest";
import { testFolder } from "./support/folder.ts";
import { openStore } from "./support/open-store.ts";
import { start } from "./support/process.ts";
import { get, put } from "./support/records.ts";

const worker = new URL("./support/worker.ts", import.meta.url);

const places = {
  sqlite: () => join(testFolder(), "journal.sqlite"),
  postgres: () => `${inject("postgres")}#processes_${crypto.randomUUID().slice(0, 8)}`,
};

describe.each(["sqlite", "postgres"] as const)("%s", (kind) => {
  function open(place: string) {
    const store = openStore(kind, place);
    onTestFinished(() => store.close());
    return store;
  }

  test("two concurrent processes lose nothing", async () => {
    const place = places[kind]();
    const racers = [0, 1].map(() => start(worker, "count", kind, place));
    for (const racer of racers) await racer.printed("ready");
    for (const racer of racers) racer.say("go\n");
    for (const racer of racers) await racer.printed("done");
    const store = open(place);
    for (const key of ["a", "b", "c"]) {
      expect(await get(store, key, `payment of ${key}`)).toMatchObject({ attempt: 200 });
    }
  });

  test("a process killed within a transaction leaves no record and no lock", async () => {
    const place = places[kind]();
    const victim = start(worker, "hang", kind, place);
    await victim.printed("inside");
    victim.kill();
    await victim.ended;
    const store = open(place);
    expect(await get(store, "hung")).toBeUndefined();
    expect(await get(store, "before")).toBeDefined();
    await put(store, { key: "hung" });
    expect(await store.open()).toHaveLength(2);
  });

  test.each([30, 60, 90])(
    "after a process was killed at %i ms, every confirmed record is there",
    async (ms) => {
      const place = places[kind]();
      const victim = start(worker, "write", kind, place);
      await victim.printed("key-0\n");
      setTimeout(() => victim.kill(), ms);
      const confirmed = (await victim.ended).split("\n").length - 1;
      const records = await open(place).open();
      const keys = records.map(({ key }) => key);
      expect(keys).toEqual(keys.map((_, at) => `key-${at}`));
      // The record that was being written may also be there.
      expect(keys.length - confirmed).toBeGreaterThanOrEqual(0);
      expect(keys.length - confirmed).toBeLessThanOrEqual(1);
    },
  );
});
