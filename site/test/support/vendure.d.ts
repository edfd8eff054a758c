// What the guide uses of @vendure/core 3.7, whose 400 dependencies are not installed here.
declare module "@vendure/core" {
  export class RequestContext {
    readonly channelId: string | number;
  }
  export class Order {
    currencyCode: string;
  }
  export class Payment {
    id: string | number;
    transactionId: string;
    refunds: object[];
  }
  export interface CreateRefundResult {
    state: "Pending" | "Settled" | "Failed";
    transactionId?: string;
    metadata?: unknown;
  }
}
