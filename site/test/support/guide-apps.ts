/** Gives each guide's app a request, as its framework does. */
import { request as send } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type {} from "@refunds/testing/postgres-vitest";
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import type { Express } from "express";
import type { FastifyInstance } from "fastify";
import type { Hono } from "hono";
import { inject } from "vitest";
import { folder } from "./guide-files.ts";

/** What a guide's app answers to a request. */
type App = (path: string, body: string, headers?: Record<string, string>) => Promise<number>;

const load = (file: string) => import(pathToFileURL(join(folder, file)).href);

export const apps: Readonly<Record<string, () => Promise<App>>> = {
  async express() {
    const { app } = (await load("express/app.ts")) as { app: Express };
    return (path, body, headers) => overHttp(app, path, body, headers);
  },
  async fastify() {
    const { app } = (await load("fastify/app.ts")) as { app: FastifyInstance };
    return async (url, body, headers = json) =>
      (await app.inject({ method: "POST", url, body, headers })).statusCode;
  },
  async hono() {
    const { app } = (await load("hono/app.ts")) as { app: Hono };
    return async (path, body, headers) => (await app.fetch(post(path, body, headers))).status;
  },
  async lambda() {
    const { handler } = (await load("lambda/app.ts")) as {
      handler(event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2>;
    };
    return async (rawPath, body, headers = json) => {
      const event = { rawPath, body: btoa(body), isBase64Encoded: true, headers };
      return (await handler(event as APIGatewayProxyEventV2)).statusCode ?? 0;
    };
  },
  async nextjs() {
    const refund = await load("nextjs/app/orders/[order]/refunds/[number]/route.ts");
    const webhook = await load("nextjs/app/webhooks/shop/route.ts");
    return async (path, body, headers) => {
      const [, order, number] = /^\/orders\/(.+)\/refunds\/(.+)$/.exec(path) ?? [];
      const params = Promise.resolve({ order, number });
      const route = order === undefined ? webhook : refund;
      return (await route.POST(post(path, body, headers), { params })).status;
    };
  },
  async workers() {
    const { default: worker } = await load("workers/worker.ts");
    const env = {
      STRIPE_SECRET_KEY: process.env.STRIPE_SECRET_KEY,
      STRIPE_WEBHOOK_SECRET: process.env.STRIPE_WEBHOOK_SECRET,
      HYPERDRIVE: { connectionString: inject("postgres") },
    };
    return async (path, body, headers) => {
      let closed: Promise<unknown> = Promise.resolve();
      const waitUntil = (work: Promise<unknown>) => {
        closed = work;
      };
      const { status } = await worker.fetch(post(path, body, headers), env, { waitUntil });
      await closed;
      return status;
    };
  },
};

const json = { "content-type": "application/json" };
const post = (path: string, body: string, headers: Record<string, string> = json) =>
  new Request(`http://localhost${path}`, { method: "POST", body, headers });

async function overHttp(
  app: Express,
  path: string,
  body: string,
  headers: Record<string, string> = json,
): Promise<number> {
  const server = app.listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  const status = await new Promise<number>((resolve, reject) => {
    const options = { port, host: "127.0.0.1", path, method: "POST", headers };
    send(options, (answer) => {
      answer.resume().once("end", () => resolve(answer.statusCode ?? 0));
    })
      .once("error", reject)
      .end(body);
  });
  server.closeAllConnections();
  server.close();
  return status;
}
