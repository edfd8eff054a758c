/** A small world: processes that share a journal and crash, a clock that is set, a sandbox that counts money, and what callers were told. */
import type { Sandbox } from "@refunds/sandbox";
import { type Account, createRefunds, type JournalStore, providers } from "refunds";
import { keyHeader } from "../processes/shop/messages.ts";
import { type Spoil, spoiltStore } from "../processes/shop/spoilt-journal.ts";
import { lie, truthOf, twice, type Wrong, wrong } from "../processes/truth.ts";
import type { StoppedClock } from "./clock.ts";
import { faultsBy, randomBy } from "./faults.ts";
import { type Ask, asksOf, keys } from "./scene.ts";
import { count, type Tally } from "./tally.ts";

export interface WorldSetup {
  readonly sandbox: Sandbox;
  readonly clock: StoppedClock;
  readonly store: JournalStore;
  readonly provider: string;
  readonly serial: string;
  readonly seed: number;
  readonly spoil: Spoil | undefined;
  readonly tally: Tally;
}

export type World = ReturnType<typeof createWorld>;

const timeoutMs = 1000;
const hourMs = 3_600_000;

export function createWorld({
  sandbox,
  clock,
  store,
  provider,
  serial,
  seed,
  spoil,
  tally,
}: WorldSetup) {
  sandbox.reset();
  sandbox.inject(faultsBy(seed));
  const random = randomBy(~seed);
  const asks = asksOf(sandbox, provider, serial);
  const found: Wrong[] = [];
  const running = new Set<Promise<unknown>>();
  /** How often a key was found not to have happened: only then may it be sent again. */
  const freed = new Map<string, number>();
  /** Pending refunds that are through: whoever looks waits for that. */
  const through = new Set<string>();
  const told: { readonly key: string; readonly status: string }[] = [];

  const ask = (key: number) => asks[key] as Ask;
  const attempt = (key: string) => `${key}#${freed.get(key) ?? 0}`;

  /** What became of a key, at all of its attempts. */
  const movedBy = (key: string) => {
    const truths = Array.from({ length: (freed.get(key) ?? 0) + 1 }, (_, at) =>
      truthOf(`${key}#${at}`, sandbox.requests),
    );
    return {
      moved: truths.reduce((sum, { moved }) => sum + moved, 0),
      pending: through.has(key) ? 0 : truths.reduce((sum, { pending }) => sum + pending, 0),
      now: truths.at(-1) as ReturnType<typeof truthOf>,
    };
  };

  /** A process of its own. */
  function start() {
    const life = { left: Number.POSITIVE_INFINITY };
    // Every way into and out of the journal and the network leads through here: it takes a moment, or never ends.
    const step = async <T>(value: T): Promise<T> => {
      clock.note();
      life.left -= 1;
      if (life.left < 0) return new Promise<never>(() => {});
      const ms = random(4);
      if (ms > 0) await new Promise((resolve) => setTimeout(resolve, ms));
      return value;
    };
    const spoilt = spoiltStore(store, spoil);
    const journal: JournalStore = {
      transact: async (...call) => {
        const given = await step(call);
        return step(await clock.track(spoilt.transact(...given) as Promise<never>));
      },
      open: async () => step(await clock.track(spoilt.open())),
      close: () => spoilt.close(),
    };
    /** Whose refund this client sends; the simulator's record then says which key's request it was. */
    const accountFor = (key: string): Account => {
      const factory = providers[provider as keyof typeof providers] as unknown as (
        options: object,
      ) => Account;
      return factory({
        environment: "test",
        ...sandbox.provider(provider).credentials.at(-1),
        timeoutMs,
        fetch: async (request: Request) => {
          const marked = await step(new Request(request));
          marked.headers.set(keyHeader, attempt(key));
          return step(await sandbox.fetch(marked));
        },
      });
    };
    const refunds = (key = "") =>
      createRefunds({ accounts: { [ask(0).account]: accountFor(key) }, journal });
    return {
      life,
      refunds: Object.assign(refunds, {
        ofKey: new Map(asks.map(({ key }) => [key, refunds(key)])),
      }),
    };
  }
  type Process = ReturnType<typeof start>;
  const processes = [start(), start()];
  const alive = (at: number) => processes[at] as Process;

  function watch(work: Promise<unknown>) {
    const call = work.catch((error) => found.push(wrong("rule broken", `rejected: ${error}`)));
    running.add(call);
    void call.finally(() => running.delete(call));
  }

  function hear(key: string, status: string) {
    count(tally.told, status);
    told.push({ key, status });
    const { moved, pending, now } = movedBy(key);
    found.push(...lie(key, status, { ...now, moved, pending }));
  }

  /** A key that is known not to have happened may be sent again. */
  function free(
    key: string,
    outcome: { readonly status: string; readonly settledBy?: { by: string } },
  ) {
    count(
      tally.settled,
      `${outcome.settledBy?.by.includes("query") ? "query" : "word"}: ${outcome.status}`,
    );
    if (outcome.status === "declined") freed.set(key, (freed.get(key) ?? 0) + 1);
  }

  function refund(key: number, { life, refunds }: Process, resend: boolean) {
    const one = ask(key);
    if (life.left < 0) return;
    const call = refunds.ofKey.get(one.key)?.refund(one as never, { resend });
    watch((call as Promise<{ status: string }>).then(({ status }) => hear(one.key, status)));
  }

  async function settleOne(key: string, { refunds }: Process) {
    const before = (await refunds().open()).find((one) => one.key === key);
    const outcome = await refunds().reconcile(key);
    hear(key, outcome.status);
    if (before && before.outcome?.status !== outcome.status && outcome.settledBy)
      free(key, outcome);
  }

  /** Calls of dead processes never end; all others do, within this time. */
  async function wait() {
    await clock.settle();
    for (let ms = 0; ms < 4 * timeoutMs && running.size > 0; ms += 50) await clock.pass(50);
    running.clear();
  }

  /** Somebody looks at the provider, with everything at rest, and tells the journal. */
  async function look() {
    const { refunds } = start();
    for (const { key, status } of await refunds().open()) {
      if (!asks.some((one) => one.key === key)) continue;
      through.add(key);
      const happened = movedBy(key).moved > 0 ? "succeeded" : "declined";
      const outcome = await refunds().record(key, { status: happened, by: "somebody who looked" });
      if (status !== outcome.status) free(key, outcome);
    }
  }

  const throughTime = async (work: Promise<unknown>) => {
    watch(work);
    await wait();
  };

  return {
    refund: async (key: number, process: number, resend: boolean) => {
      refund(key, alive(process), resend);
      await clock.settle();
    },
    crash(process: number, after: number) {
      count(tally.happenings, "crashes");
      const { life } = alive(process);
      life.left = Math.min(life.left, after);
      processes[process] = start();
    },
    wait,
    async sleep() {
      await wait();
      clock.jump(hourMs);
      count(tally.happenings, "hours slept");
    },
    /** Within what journals bear: clocks that disagree by seconds. */
    async jump(seconds: number) {
      await clock.pass(20);
      clock.jump(1000 * seconds);
      count(tally.happenings, "clock jumps");
    },
    async reconcile(key: number, process: number) {
      await wait();
      await throughTime(settleOne(ask(key).key, alive(process)).catch(noSuchKey));
    },
    async look() {
      await wait();
      clock.jump(hourMs);
      await throughTime(look());
    },
    /** Every process is new, an hour has passed, somebody has looked, and every key is asked for again. */
    async end(): Promise<readonly Wrong[]> {
      await wait();
      clock.jump(hourMs);
      await throughTime(
        start()
          .refunds()
          .resume()
          .then((all) => all.forEach(heardAtResume)),
      );
      await throughTime(look());
      for (const key of keys) refund(key, start(), false);
      await wait();
      tally.schedules++;
      tally.moved += sandbox.refunds.length;
      for (const { fault } of sandbox.requests) if (fault) count(tally.faults, fault);
      for (const one of asks) found.push(...atTheEnd(one));
      return found;
    },
  };

  function heardAtResume({
    key,
    status,
    outcome,
  }: {
    key: string;
    status: string;
    outcome: { status: string; settledBy?: { by: string } };
  }) {
    if (!asks.some((one) => one.key === key)) return;
    hear(key, outcome.status);
    if (outcome.settledBy && outcome.status !== status) free(key, outcome);
  }

  function atTheEnd({ key, payment, refundable }: Ask): Wrong[] {
    const { moved } = movedBy(key);
    const sum = sandbox.refunds
      .filter(
        (one) =>
          one.payment === payment ||
          JSON.stringify(one.payment).includes(String(Object.values(payment)[0])),
      )
      .reduce((all, { amount }) => all + amount.value, 0);
    const attempts = Array.from({ length: (freed.get(key) ?? 0) + 1 }, (_, at) => `${key}#${at}`);
    return [
      ...(moved > 1 ? [wrong("double refund", `${key} was refunded ${moved} times`)] : []),
      ...attempts.flatMap((one) => twice(one, truthOf(one, sandbox.requests))),
      ...(refundable && sum > refundable.value
        ? [wrong("rule broken", `${sum} of ${refundable.value} was refunded`)]
        : []),
      ...told
        .filter((one) => one.key === key)
        .flatMap(({ status }) => notAnyMore(key, status, moved)),
    ];
  }
}

/** What was certain must stay so. A `declined` may be followed by a resend only where the caller asks for one. */
function notAnyMore(key: string, status: string, moved: number): Wrong[] {
  return status === "succeeded" && moved === 0
    ? [wrong("told wrongly", `${key} was told succeeded, and in the end nothing had moved`)]
    : [];
}

const noSuchKey = (error: unknown) => {
  if (!String(error).includes("stands for no refund")) throw error;
};
