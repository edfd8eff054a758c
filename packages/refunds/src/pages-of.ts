import type { ListAllRequest, ListRequest, RefundPage } from "./list.ts";
import type { RefundRecord } from "./refund-record.ts";

/** The refunds of all pages, one by one. */
export async function* pagesOf(
  list: (request: ListRequest) => Promise<RefundPage>,
  request: ListAllRequest = {},
): AsyncGenerator<RefundRecord, void> {
  for (let cursor: string | undefined; ; ) {
    const page = await list({ ...request, ...(cursor !== undefined && { cursor }) });
    yield* page.refunds;
    cursor = page.cursor;
    if (cursor === undefined) return;
  }
}
