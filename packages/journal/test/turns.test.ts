import { describe, expect, test } from "vitest";
import { type TurnRequest, Turns } from "../src/postgres/turns.ts";

const wait = (names: readonly string[] = [], ms = 10_000): TurnRequest => ({
  names,
  ms,
  timeoutError: ({ waiting, byName }) => new Error(`${waiting} waiting, by name: ${byName}`),
});

/** Work that ends on command, and the list of started work. */
function bench(atOnce: number) {
  const queue = new Turns(atOnce);
  const begun: string[] = [];
  const ends = new Map<string, (error?: Error) => void>();
  return {
    begun,
    add: (id: string, given = wait()) =>
      queue.run(given, () => {
        begun.push(id);
        return new Promise<string>((resolve, reject) => {
          ends.set(id, (error) => (error ? reject(error) : resolve(id)));
        });
      }),
    async end(id: string, error?: Error) {
      ends.get(id)?.(error);
      await settle();
    },
  };
}

/** Turns start in the next check phase of the event loop. A timer alone can fire before it on a busy machine. */
const settle = () => new Promise((wake) => setTimeout(() => setImmediate(wake)));

test("runs up to the limit at once, first come, first served", async () => {
  const { add, end, begun } = bench(2);
  const all = ["a", "b", "c", "d"].map((id) => add(id));
  const failed = expect(all[0]).rejects.toThrow("failed");
  await settle();
  expect(begun).toEqual(["a", "b"]);
  await end("b");
  expect(begun).toEqual(["a", "b", "c"]);
  await end("a", new Error("failed"));
  expect(begun).toEqual(["a", "b", "c", "d"]);
  await failed;
  expect(await all[1]).toBe("b");
});

test("work with a shared name runs one after the other, and does not block other work", async () => {
  const { add, end, begun } = bench(2);
  void add("a", wait(["hot"]));
  void add("b", wait(["hot"]));
  void add("c", wait(["b's", "hot"]));
  void add("d", wait(["other"]));
  void add("e");
  await settle();
  expect(begun).toEqual(["a", "d"]);
  // Before e, which came later: a payment with many refunds is not delayed.
  await end("a");
  expect(begun).toEqual(["a", "d", "b"]);
  await end("b");
  expect(begun).toEqual(["a", "d", "b", "c"]);
  await end("c");
  expect(begun).toEqual(["a", "d", "b", "c", "e"]);
});

test("names in any order do not deadlock", async () => {
  const queue = new Turns(3);
  const names = ["x", "y", "z"];
  const held = new Set<string>();
  let done = 0;
  await Promise.all(
    Array.from({ length: 300 }, (_, at) => {
      const own = names.filter((_, index) => ((at * 7) % 8) & (1 << index));
      return queue.run(wait(at % 2 ? own : own.toReversed()), async () => {
        for (const name of own) {
          expect(held).not.toContain(name);
          held.add(name);
        }
        await Promise.resolve();
        for (const name of own) held.delete(name);
        done++;
      });
    }),
  );
  expect(done).toBe(300);
});

describe("work that shares a turn", () => {
  /** Each turn's items, and how to end a turn: with the items that need a turn of their own. */
  function sharing(atOnce: number, most = 3) {
    const queue = new Turns(atOnce);
    const turns: string[][] = [];
    const ends: ((again: readonly string[]) => void)[] = [];
    const together = {
      most,
      run(items: readonly string[]) {
        turns.push([...items]);
        return new Promise<readonly string[]>((resolve) => ends.push(resolve));
      },
    };
    const add = (item: string, names: readonly string[] = [item], ms = 10_000) =>
      queue.share(wait(names, ms), item, together);
    const end = async (turn: number, again: readonly string[] = []) => {
      ends[turn]?.(again);
      await settle();
    };
    return { queue, turns, add, end };
  }

  test("is what waits when a turn begins, up to the most, and never two with a shared name", async () => {
    const { turns, add, end } = sharing(1);
    const first = ["a", "b", "c", "d"].map((item) => add(item));
    const behind = [add("b2", ["b"]), add("b3", ["x", "b"]), add("e")];
    await settle();
    expect(turns).toEqual([["a", "b", "c"]]);
    await end(0);
    await Promise.all(first.slice(0, 3));
    expect(turns[1]).toEqual(["d", "b2", "e"]);
    await end(1);
    expect(turns[2]).toEqual(["b3"]);
    await end(2);
    await Promise.all(behind);
  });

  test("ends where other work came first", async () => {
    const { queue, turns, add, end } = sharing(1, 9);
    let ran = false;
    const first = add("a");
    const between = queue.run(wait(), async () => {
      ran = true;
    });
    const last = add("b");
    await settle();
    expect(turns).toEqual([["a"]]);
    expect(ran).toBe(false);
    await end(0);
    await Promise.all([first, between]);
    await settle();
    expect(turns).toEqual([["a"], ["b"]]);
    await end(1);
    await last;
  });

  test("keeps its names and its place if it needs a turn of its own", async () => {
    const { turns, add, end } = sharing(1);
    let isDone = false;
    const all = ["a", "b", "c"].map((item) => add(item));
    void all[1]?.then(() => {
      isDone = true;
    });
    all.push(add("b2", ["b"]), add("d"));
    await settle();
    await end(0, ["b", "c"]);
    expect(turns[1]).toEqual(["b"]);
    expect(isDone).toBe(false);
    await end(1);
    expect(isDone).toBe(true);
    expect(turns[2]).toEqual(["c"]);
    await end(2);
    expect(turns[3]).toEqual(["b2", "d"]);
    await end(3);
    await Promise.all(all);
  });

  test("times out while it waits for a turn of its own", async () => {
    const { turns, add, end } = sharing(1);
    const [first, second] = [add("a"), add("b", ["b"], 50)];
    const tooLate = expect(second).rejects.toThrow("by name: false");
    await settle();
    await end(0, ["a", "b"]);
    await tooLate;
    await end(1);
    await first;
    expect(turns).toEqual([["a", "b"], ["a"]]);
  });
});

describe("waiting too long", () => {
  test("for a turn: rejects in time, and the others continue", async () => {
    const { add, end, begun } = bench(1);
    void add("a");
    const tooLate = expect(add("b", wait([], 20))).rejects.toThrow("2 waiting, by name: false");
    const next = add("c");
    await tooLate;
    await end("a");
    expect(begun).toEqual(["a", "c"]);
    await end("c");
    expect(await next).toBe("c");
  });

  test("for a name: rejects in time, and the ones behind it run in order", async () => {
    const { add, end, begun } = bench(9);
    void add("a", wait(["x"]));
    const tooLate = expect(add("b", wait(["y", "x"], 20))).rejects.toThrow(
      "4 waiting, by name: true",
    );
    const later = expect(add("c", wait(["y"], 30))).rejects.toThrow("by name: true");
    void add("d", wait(["y"]));
    void add("e", wait(["x"]));
    await Promise.all([tooLate, later]);
    expect(begun).toEqual(["a"]);
    await end("a");
    expect(begun).toEqual(["a", "d", "e"]);
  });
});

test("entering and leaving take constant time", { retry: 4 }, async () => {
  /** In milliseconds. */
  const workOf = async (count: number) => {
    const queue = new Turns(10);
    const before = process.threadCpuUsage();
    const all = Array.from({ length: count }, (_, at) =>
      queue.run(wait([`key ${at}`, at % 2 ? "hot" : `payment ${at}`]), () => Promise.resolve()),
    );
    await Promise.all(all);
    const after = process.threadCpuUsage();
    return (after.user - before.user + after.system - before.system) / 1000;
  };
  /** The same number of calls in forty short queues. */
  const inShortQueues = async () => {
    let work = 0;
    for (let turn = 0; turn < 40; turn++) work += await workOf(2500);
    return work;
  };
  await inShortQueues();
  const short = await inShortQueues();
  const long = await workOf(100_000);
  // Noise only ever makes it slower, so the best of several tries counts. One long queue takes up to six times the work,
  // because it needs more memory. If the work grew with the length of the queue, it would be forty times.
  expect(long).toBeLessThan(8 * short);
  expect(long).toBeLessThan(5000);
});
