/** What the console knows. */
import type { FaultKind, SandboxProvider } from "@refunds/sandbox";
import type { RefundOutcome, RefundRecord } from "refunds";
import { computed, reactive, shallowRef } from "vue";
import { providers } from "../../../packages/cli/src/generated/providers.ts";
import type { Exchange } from "./exchange.ts";
import { type Field, requestOf } from "./form.ts";
import type { Delivery, World } from "./world.ts";

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

export type ConsoleState = ReturnType<typeof createState>;

export function createState() {
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
  return {
    world,
    state,
    facts: computed(() => providers.find(({ name }) => name === state.provider)),
    table: computed(() => world.value?.table),
    request: computed(() => requestOf(state.fields)),
  };
}

/** Shows what the simulator has now. */
export function look({ world, state }: ConsoleState): void {
  if (!world.value) return;
  const { sandbox } = world.value;
  const { payments, notifications } = sandbox.provider(state.provider);
  state.balances = payments;
  state.notifications = notifications;
  state.refunds = sandbox.refunds;
}

/** Does something, and shows that it is under way, and what went wrong. */
export async function during(
  { state }: Pick<ConsoleState, "state">,
  action: () => Promise<void>,
): Promise<void> {
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
