/** The span of one call of `refund()`, `reconcile()`, `record()` or `notification()`, and those of its requests. */
import { type Context, context, type Span, type Tracer, trace } from "@opentelemetry/api";
import type { RefundEvent } from "refunds";
import {
  callAttributes,
  type Ending,
  keyAttributes,
  outcomeAttributes,
  statusOf,
} from "./attributes.ts";
import { endRequest, type RequestSpan, startRequest } from "./request-span.ts";

export class CallSpan {
  readonly #tracer: Tracer;
  readonly #span: Span;
  readonly #context: Context;
  #request: RequestSpan | undefined;
  #isWaiting = false;
  #recorded = true;

  /** Its parent is the span that is active now, which is the one that was active where the call was made. */
  constructor(tracer: Tracer, event: RefundEvent, keys: boolean) {
    this.#tracer = tracer;
    const attributes = { ...callAttributes(event), ...(keys && keyAttributes(event)) };
    this.#span = tracer.startSpan(`refunds.${event.operation}`, { attributes });
    this.#context = trace.setSpan(context.active(), this.#span);
  }

  take(event: RefundEvent): void {
    switch (event.event) {
      case "begin":
        break;
      case "sent":
        this.#endRequest();
        this.#request = startRequest(this.#tracer, this.#context, event, this.#request);
        this.#isWaiting = true;
        break;
      case "answered":
        this.#endRequest(event.httpStatus);
        break;
      case "judged":
        this.#endRequest();
        break;
      case "recorded":
        this.#recorded = event.recorded;
        break;
      case "end":
        this.end(event);
        break;
    }
  }

  end(event: Ending): void {
    this.#endRequest();
    this.#span.setAttributes(outcomeAttributes(event));
    if (!this.#recorded) this.#span.setAttribute("refunds.recorded", false);
    const status = statusOf(event, this.#recorded);
    if (status) this.#span.setStatus(status);
    this.#span.end();
  }

  #endRequest(httpStatus?: number): void {
    if (!this.#request || !this.#isWaiting) return;
    this.#isWaiting = false;
    endRequest(this.#request, httpStatus);
  }
}
