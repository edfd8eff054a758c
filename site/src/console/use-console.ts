/** What the console knows and does. The components only show it. */
import type { FaultKind, SandboxProvider } from "@refunds/sandbox";
import { isRefundError, type RefundOutcome, type RefundRecord } from "refunds";
import { computed, reactive, shallowRef } from "vue";
import { providers } from "../../../packages/cli/src/generated/providers.ts";
import { callText } from "./call-text.ts";
import type { Exchange } from "./exchange.ts";
import { type Field, formOf, requestOf } from "./form.ts";
import { readLink, writeLink } from "./link.ts";
import { type Delivery, openWorld, type World } from "./world.ts";

/** One thing that the reader did, with what came of it. */
export interface Step {
  readonly title: string;
  readonly exchanges: readonly Exchange[];
  readonly outcome?: RefundOutcome;
  /** What the package refused, before anything was sent. */
  readonly refused?: string;
  readonly deliveries?: readonly Delivery[];
  readonly milliseconds: number;
}

export function useConsole() {
  const world = shallowRef<World>();
  const state = reactive({
    provider: "stripe",
    payment: 0,
    fault: "" as FaultKind | "",
    fields: [] as Field[],
    suggested: [] as Field[],
    steps: [] as Step[],
    balances: [] as SandboxProvider["payments"],
    refunds: [] as World["sandbox"]["refunds"],
    /** What the provider's notifications can say. */
    notifications: [] as SandboxProvider["notifications"],
    record: undefined as RefundRecord | undefined,
    busy: false,
    failure: "",
  });
  const facts = computed(() => providers.find(({ name }) => name === state.provider));
  const table = computed(() => world.value?.table);
  const request = computed(() => requestOf(state.fields));

  function look() {
    if (!world.value) return;
    const { sandbox } = world.value;
    const { payments, notifications } = sandbox.provider(state.provider);
    state.balances = payments;
    state.notifications = notifications;
    state.refunds = sandbox.refunds;
  }

  /** A new world: nothing was refunded, the journal is empty. */
  async function restart() {
    if (!facts.value) return;
    // A few providers have no environment for tests.
    const { test } = facts.value.servers;
    world.value = await openWorld(state.provider, test === undefined ? "live" : "test");
    state.steps = [];
    state.record = undefined;
    look();
  }

  /** Fills the form with a payment of the simulator. */
  function suggest() {
    const { sandbox } = world.value ?? {};
    if (!sandbox || !facts.value) return;
    const form = () =>
      facts.value ? formOf(facts.value, sandbox.provider(state.provider), state.payment) : [];
    state.suggested = form();
    state.fields = form();
  }

  async function choose(provider: string, payment = 0) {
    await during(async () => {
      state.provider = providers.some(({ name }) => name === provider) ? provider : "stripe";
      state.payment = payment;
      await restart();
      suggest();
    });
  }

  async function during(action: () => Promise<void>) {
    state.busy = true;
    state.failure = "";
    try {
      await action();
    } catch (error) {
      state.failure = String(Object(error).message ?? error);
    } finally {
      state.busy = false;
    }
  }

  /** Does one thing, and shows what came of it. */
  const step = (title: string, action: (world: World) => Promise<Partial<Step>>) =>
    during(async () => {
      const { value: current } = world;
      if (!current) return;
      const before = current.exchanges.length;
      const start = performance.now();
      const result = await action(current).catch((error: unknown) => {
        if (isRefundError(error)) return { refused: error.message };
        throw error;
      });
      const milliseconds = Math.round(performance.now() - start);
      const exchanges = current.exchanges.slice(before);
      state.record = await current.get(request.value.key);
      state.steps.push({ title, ...result, exchanges, milliseconds });
      look();
    });

  async function refund(fault: FaultKind | "" = state.fault) {
    state.fault = fault;
    await during(restart);
    if (state.failure !== "") return;
    await step("refund()", async ({ refund }) => ({
      outcome: await refund(request.value, fault || undefined),
    }));
  }

  return {
    state,
    facts,
    table,
    request,
    choose,
    suggest,
    refund,
    again: () =>
      step("refund() again, with the same key", async ({ refund }) => ({
        outcome: await refund(request.value),
      })),
    reconcile: () =>
      step("reconcile()", async ({ reconcile }) => ({
        outcome: await reconcile(request.value.key),
      })),
    finish: (number: number) =>
      step("The provider finishes the refund", async ({ finish }) => {
        await finish(number);
        return {};
      }),
    deliver: (number: number) =>
      step("The provider's notification arrives twice", async ({ deliver }) => ({
        deliveries: await deliver(number, 2),
      })),
    call: computed(() => callText(state.provider, world.value?.options ?? {}, request.value)),
    link: () =>
      writeLink(
        {
          provider: state.provider,
          payment: state.payment,
          fault: state.fault,
          run: state.steps.length > 0,
        },
        state.fields,
        state.suggested,
      ),
    async openLink(hash: string) {
      const { provider = "stripe", payment = 0, fault = "", run, fields } = readLink(hash);
      await choose(provider, payment);
      state.fault = fault as FaultKind | "";
      for (const field of state.fields) field.value = fields[field.place] ?? field.value;
      if (run) await refund();
    },
  };
}

export type Console = ReturnType<typeof useConsole>;
