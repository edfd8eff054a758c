/** The SDK's exporters, which are the witness of what was reported, and a shop of simulated providers. */
import { context, DiagLogLevel, diag, metrics, type SpanStatus, trace } from "@opentelemetry/api";
import { AsyncLocalStorageContextManager } from "@opentelemetry/context-async-hooks";
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from "@opentelemetry/sdk-metrics";
import {
  InMemorySpanExporter,
  type ReadableSpan,
  SimpleSpanProcessor,
  TracerProvider,
} from "@opentelemetry/sdk-trace";
import { createSandbox } from "@refunds/sandbox";
import { type Account, createRefunds, type JournalStore, type Observer, providers } from "refunds";
import { tracing } from "../src/index.ts";

export const sandbox = await createSandbox();

/** What the SDK complains about, such as a span that ends twice. */
export const complaints: unknown[] = [];
const complain = (...args: unknown[]) => void complaints.push(args);
const logger = { error: complain, warn: complain, info() {}, debug() {}, verbose() {} };
diag.setLogger(logger, { logLevel: DiagLogLevel.WARN, suppressOverrideMessage: true });

export const spans = new InMemorySpanExporter();
trace.setGlobalTracerProvider(
  new TracerProvider({ spanProcessors: [new SimpleSpanProcessor({ exporter: spans })] }),
);
context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());

const metricExporter = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
const meterProvider = new MeterProvider({
  readers: [
    new PeriodicExportingMetricReader({
      exporter: metricExporter,
      exportIntervalMillis: 3_600_000,
    }),
  ],
});
metrics.setGlobalMeterProvider(meterProvider);

export async function measured() {
  await meterProvider.forceFlush();
  return (
    metricExporter
      .getMetrics()
      .at(-1)
      ?.scopeMetrics.flatMap((scope) => scope.metrics) ?? []
  );
}

type ProviderName = keyof typeof providers;

interface ShopOptions {
  readonly keys?: boolean;
  readonly journal?: JournalStore;
  readonly observe?: Observer;
  readonly fetch?: typeof fetch;
}

export function shop({
  keys = false,
  journal,
  observe = tracing({ keys }),
  fetch = sandbox.fetch,
}: ShopOptions = {}) {
  const accountOf = (name: ProviderName): Account => {
    const { environment, credentials } = sandbox.provider(name);
    const factory = providers[name] as unknown as (options: object) => Account;
    return factory({ environment, ...credentials.at(-1), fetch });
  };
  const accounts: Record<string, Account> = {
    "hong kong": accountOf("yedpay"),
    europe: accountOf("openpayd"),
    bb: accountOf("bbmsl"),
    safe: accountOf("stripe"),
  };
  return createRefunds({ accounts, observe, ...(journal && { journal }) });
}

/** A refund of the n-th sample payment. */
export function request(account: string, name: ProviderName, key: string, value?: number, nth = 0) {
  const provider = sandbox.provider(name);
  const payment = provider.payments[nth];
  if (!payment) throw new Error(`${name} has no sample payment ${nth}`);
  return { account, key, ...provider.requestFor(payment, value) };
}

export interface SeenSpan {
  readonly name: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly status: SpanStatus;
  readonly requests: readonly Omit<SeenSpan, "requests">[];
}

/** The spans of calls that have ended, each with those of its requests. Forgets them. */
export function takeSpans(): SeenSpan[] {
  const all = spans.getFinishedSpans();
  const requestsOf = (parent: ReadableSpan) =>
    all.filter(
      ({ parentSpanContext }) => parentSpanContext?.spanId === parent.spanContext().spanId,
    );
  const seen = all
    .filter(({ name }) => name.startsWith("refunds."))
    .map((span) => ({ ...see(span), requests: requestsOf(span).map(see) }));
  spans.reset();
  return seen;
}

const see = ({ name, attributes, status }: ReadableSpan) => ({ name, attributes, status });
