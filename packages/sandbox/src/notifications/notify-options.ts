import type { NotifiedStatus } from "../simulator-table.ts";

/** A notification that the sandbox sends. */
export interface SandboxNotification {
  readonly provider: string;
  /** Which refund it is about: its `number` in `sandbox.refunds`. */
  readonly refund: number;
  readonly status: NotifiedStatus;
  /** Counts the provider's notifications from 1. Another delivery of the same notification has the same number. */
  readonly number: number;
}

/**
 * How a notification is delivered. `twice`: two times. `lost`: never. `before_answer`: before the refund's own answer. `late`: after
 * `lateMs`. `after_next`: after the next notification.
 */
export type NotificationFault = (typeof notificationFaults)[number];

export const notificationFaults = ["twice", "lost", "before_answer", "late", "after_next"] as const;

/** Where and how the sandbox sends notifications. */
export interface NotifyOptions {
  /**
   * The URL of your webhook, in which `{provider}` stands for the provider's name; or a function that takes the request, such as your route
   * itself. An answer other than 2XX, or none, means that the notification is delivered again, up to 5 times.
   */
  readonly to: string | ((request: Request) => Response | Promise<Response>);
  /** Returns the fault of a notification. By default each one is delivered once, right after the answer. */
  readonly fault?: (notification: SandboxNotification) => NotificationFault | undefined;
  /** Called after each delivery with the HTTP status of its answer; 0 if there was none. */
  readonly onDelivery?: (notification: SandboxNotification, status: number) => void;
  /** Milliseconds of the fault `late`. Default 1,000. */
  readonly lateMs?: number;
  /** Milliseconds before the second attempt at a delivery; twice as many before each one after it. Default 1,000. */
  readonly retryMs?: number;
}
