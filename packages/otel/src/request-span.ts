/** The span of one request, by the semantic conventions for HTTP clients. */
import {
  type Attributes,
  type Context,
  type Span,
  SpanKind,
  type Tracer,
} from "@opentelemetry/api";
import type { RefundEvent } from "refunds";

type SentEvent = Extract<RefundEvent, { event: "sent" }>;

/** A request that left. */
export interface RequestSpan {
  readonly span: Span;
  /** Tells whether the next request is the same one again. */
  readonly name: string;
  /** How often this request was sent before. */
  readonly resendCount: number;
}

/** @param before the call's request before this one */
export function startRequest(
  tracer: Tracer,
  parent: Context,
  event: SentEvent,
  before: RequestSpan | undefined,
): RequestSpan {
  const { template, attributes } = destinationOf(event.url);
  const name = `${event.method} ${template}`;
  const resendCount = before?.name === name ? before.resendCount + 1 : 0;
  const span = tracer.startSpan(
    name,
    {
      kind: SpanKind.CLIENT,
      attributes: {
        "http.request.method": event.method,
        ...attributes,
        ...(resendCount > 0 && { "http.request.resend_count": resendCount }),
      },
    },
    parent,
  );
  return { span, name, resendCount };
}

/** The parameters of a path are often payments, so they stay out. */
function destinationOf(url: string): {
  readonly template: string;
  readonly attributes: Attributes;
} {
  const { protocol, hostname, port, origin } = new URL(url);
  const template = /^\w+:\/\/[^/?#]*([^?#]*)/.exec(url)?.[1] || "/";
  return {
    template,
    attributes: {
      "server.address": hostname,
      "server.port": Number(port) || (protocol === "http:" ? 80 : 443),
      "url.full": origin + template.replace(/\{[^}]*\}/g, "REDACTED"),
      "url.template": template,
    },
  };
}

/**
 * The status stays unset: an HTTP error is often a documented decline, and a lost answer may be tried again. The span of the
 * call says whether a person must look at it.
 */
export function endRequest({ span }: RequestSpan, httpStatus: number | undefined): void {
  if (httpStatus !== undefined) span.setAttribute("http.response.status_code", httpStatus);
  if (httpStatus === undefined) span.setAttribute("error.type", "no_answer");
  else if (httpStatus >= 400) span.setAttribute("error.type", String(httpStatus));
  span.end();
}
