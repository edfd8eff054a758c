import { postgresJournal } from "@refunds/journal/postgres";
import pg from "pg";
import { type Amount, createRefunds, isRefundError, stripe } from "refunds";

export interface Env {
  readonly STRIPE_SECRET_KEY: string;
  readonly STRIPE_WEBHOOK_SECRET: string;
  /** Hyperdrive keeps the connections to your Postgres. */
  readonly HYPERDRIVE: { readonly connectionString: string };
}

/** A Worker may not use what another request opened, so each request has its own. */
function open(env: Env) {
  const pool = new pg.Pool({ connectionString: env.HYPERDRIVE.connectionString, max: 3 });
  const refunds = createRefunds({
    accounts: {
      shop: stripe({
        environment: "test",
        secretKey: env.STRIPE_SECRET_KEY,
        webhookSecret: env.STRIPE_WEBHOOK_SECRET,
      }),
    },
    journal: postgresJournal({ pool, schema: "refunds" }),
  });
  return { refunds, close: () => refunds.close().then(() => pool.end()) };
}

type Refunds = ReturnType<typeof open>["refunds"];

async function answer(request: Request, refunds: Refunds): Promise<Response> {
  const { pathname } = new URL(request.url);
  if (request.method !== "POST") return new Response(null, { status: 405 });
  if (pathname === "/webhooks/shop") {
    const { response, problem } = await refunds.notification("shop", request);
    if (problem) console.warn(problem);
    return response;
  }
  const [, order, number] = /^\/orders\/([^/]+)\/refunds\/(\d+)$/.exec(pathname) ?? [];
  const payment = order && (await findPayment(order));
  if (!payment) return new Response(null, { status: 404 });
  const { amount } = (await request.json().catch(() => ({}))) as { amount?: Amount<"USD"> };
  if (!amount) return new Response(null, { status: 400 }); // without it, everything would be refunded
  try {
    const key = `${order}/refund-${number}`;
    const { status } = await refunds.refund({ account: "shop", key, payment, amount });
    return Response.json({ status }, { status: statusOf[status] });
  } catch (error) {
    if (!isRefundError(error)) throw error;
    const status = error.code === "key_conflict" ? 409 : 400;
    return Response.json({ problems: error.problems }, { status });
  }
}

/** Stands for your database, where you find what a customer paid with. */
const findPayment = async (order: string) =>
  order.startsWith("order-") ? { paymentIntent: "pi_1" } : undefined;

/** 202: it is being worked on. Show it so, and offer no second try. */
const statusOf = {
  succeeded: 200,
  reversed: 200, // the money came back: tell the customer
  pending: 202,
  unknown: 202,
  needs_review: 202,
  declined: 422, // no money moved
  not_sent: 503, // nothing was sent, and the same call again is safe
};

interface Context {
  waitUntil(work: Promise<unknown>): void;
}

export default {
  async fetch(request: Request, env: Env, context: Context): Promise<Response> {
    const { refunds, close } = open(env);
    return await answer(request, refunds).finally(() => context.waitUntil(close()));
  },
  /** A Worker has no background: this cron trigger asks the provider about what is not final. */
  async scheduled(_event: unknown, env: Env): Promise<void> {
    const { refunds, close } = open(env);
    await refunds.resume({ limit: 100 }).finally(close);
  },
};
