import type { VerifyTable } from "@refunds/core/provider";
import { type SigningCredentials, signMessage } from "./message-signature.ts";

/** An answer of a provider. */
export interface Answer {
  readonly status: number;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The answer with its signature, unless the provider documents that it does not sign it. */
export async function signAnswer<Written extends Answer>(
  table: VerifyTable,
  credentials: SigningCredentials,
  request: Request,
  answer: Written,
  now: number,
): Promise<Written> {
  if (table.unless?.http.includes(String(answer.status))) return answer;
  const { host, pathname, search } = new URL(request.url);
  const { method } = request;
  const path = pathname + search;
  const known = { method, path, pathname, query: search.slice(1), host };
  const message = { media: "json" as const, ...answer };
  return { ...answer, ...(await signMessage(table, credentials, message, known, now)) };
}
