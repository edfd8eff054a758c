/** For the tests: a Vendure with the guide's refunds, and a caller of its APIs. */
import {
  bootstrap,
  DefaultLogger,
  DefaultSchedulerPlugin,
  defaultRefundProcess,
  LanguageCode,
  LogLevel,
  PaymentMethodHandler,
} from "@vendure/core";
import { populate } from "@vendure/core/cli/index.js";
import { createRefund } from "./create-refund.ts";
import { loopbackFetch } from "./sandbox.ts";
import { settleRefunds, uncertainRefunds } from "./settle-refunds.ts";

/** Takes each payment, with the id that the storefront passes. */
const card = new PaymentMethodHandler({
  code: "card",
  description: [{ languageCode: LanguageCode.en, value: "Card" }],
  args: {},
  createPayment: (_ctx, _order, amount, _args, metadata) => ({
    amount,
    state: "Settled",
    transactionId: metadata.paymentIntent,
  }),
  settlePayment: () => ({ success: true }),
  createRefund,
});

const data = {
  defaultLanguage: LanguageCode.en,
  defaultZone: "Europe",
  taxRates: [{ name: "Standard Tax", percentage: 0 }],
  countries: [{ name: "Germany", code: "DE", zone: "Europe" }],
  shippingMethods: [{ name: "Standard", price: 0 }],
  paymentMethods: [{ name: "Card", handler: { code: "card", arguments: [] } }],
  collections: [],
  roles: [],
};

export interface Superadmin {
  readonly identifier: string;
  readonly password: string;
}

/** @param schema - of the database, which must exist and be empty */
export async function startVendure(schema: string, superadminCredentials: Superadmin) {
  const start = () =>
    bootstrap({
      apiOptions: {
        port: 0,
        hostname: "127.0.0.1",
        adminApiPath: "admin-api",
        shopApiPath: "shop-api",
      },
      authOptions: { tokenMethod: ["bearer"], superadminCredentials },
      dbConnectionOptions: {
        type: "postgres",
        url: process.env.DATABASE_URL ?? "",
        schema,
        synchronize: true,
      },
      logger: new DefaultLogger({ level: LogLevel.Error }),
      paymentOptions: {
        paymentMethodHandlers: [card],
        refundProcess: [defaultRefundProcess, uncertainRefunds],
      },
      // No worker runs here.
      schedulerOptions: { tasks: [settleRefunds], runTasksInWorkerOnly: false },
      plugins: [DefaultSchedulerPlugin.init()],
    });
  const app = await populate(start, data);
  const { port } = app.getHttpServer().address();
  return { url: `http://127.0.0.1:${port}`, close: () => app.close() };
}

/** A caller of one of Vendure's APIs, with a session of its own. Rejects if Vendure answers with errors. */
export function caller(url: string) {
  let token = "";
  // biome-ignore lint/suspicious/noExplicitAny: An answer has the shape of its query, which no type here describes.
  return async (query: string, variables: object = {}): Promise<any> => {
    const answer = await loopbackFetch(url, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        ...(token && { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify({ query, variables }),
    });
    token = answer.headers.get("vendure-auth-token") ?? token;
    const { data, errors } = await answer.json();
    if (errors) throw new Error(JSON.stringify(errors));
    return data;
  };
}
