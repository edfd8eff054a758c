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
  type Id = string | number;
  export class Refund {
    id: Id;
    state: string;
    // biome-ignore lint/suspicious/noExplicitAny: Vendure has this type.
    metadata: any;
  }
  export class OrderService {
    settleRefund(ctx: RequestContext, input: { id: Id; transactionId: string }): Promise<Refund>;
    transitionRefundToState(ctx: RequestContext, id: Id, state: string): Promise<Refund>;
  }
  interface Repository<Entity> {
    find(options: { where: object; order?: object; take?: number }): Promise<Entity[]>;
  }
  export class TransactionalConnection {
    getRepository<Entity>(ctx: RequestContext, of: new () => Entity): Repository<Entity>;
  }
  interface Execution {
    injector: { get<Service>(of: new () => Service): Service };
    scheduledContext: RequestContext;
  }
  export class ScheduledTask {
    constructor(task: {
      id: string;
      schedule(cron: { every(count: number): { minutes(): string } }): string;
      execute(execution: Execution): Promise<unknown>;
    });
  }
}
