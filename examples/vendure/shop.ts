/** For the tests: a shop with one product, its orders and their refunds. */
import { randomUUID } from "node:crypto";
import { caller, type Superadmin, startVendure } from "./server.ts";

type Call = ReturnType<typeof caller>;

/** @param schema - of the database, which must exist and be empty */
export async function startShop(schema: string) {
  const superadmin = { identifier: "superadmin", password: randomUUID() };
  const { url, close } = await startVendure(schema, superadmin);
  const admin = caller(`${url}/admin-api`);
  await login(admin, superadmin);
  const product = await addProduct(admin);
  return {
    close,
    order: (paymentIntent: string) => order(caller(`${url}/shop-api`), product, paymentIntent),

    async refund(paymentId: string, amount: number) {
      const { refundOrder } = await admin(
        `mutation($input: RefundOrderInput!) {
          refundOrder(input: $input) {
            ... on Refund { state metadata }
            ... on ErrorResult { errorCode }
          }
        }`,
        { input: { paymentId, amount, lines: [], shipping: 0, adjustment: 0 } },
      );
      return refundOrder;
    },

    lower: (orderId: string, paymentId: string, amount: number) =>
      lower(admin, orderId, { paymentId, amount }),

    /** The states of the refunds of an order. */
    async states(id: string): Promise<string[]> {
      const { order } = await admin(
        "query($id: ID!) { order(id: $id) { payments { refunds { state } } } }",
        { id },
      );
      return order.payments[0].refunds.map(({ state }: { state: string }) => state);
    },

    /** Lets the task run, within some seconds. */
    settle: () => admin('mutation { runScheduledTask(id: "settle-refunds") { success } }'),
  };
}

const login = (admin: Call, superadmin: Superadmin) =>
  admin(
    `mutation($identifier: String!, $password: String!) {
      login(username: $identifier, password: $password) { __typename }
    }`,
    { ...superadmin },
  );

/** Returns the id of what can be ordered. */
async function addProduct(admin: Call): Promise<string> {
  const translations = [{ languageCode: "en", name: "P", slug: "p", description: "" }];
  const { createProduct } = await admin(
    "mutation($input: CreateProductInput!) { createProduct(input: $input) { id } }",
    { input: { enabled: true, translations } },
  );
  const { taxCategories } = await admin("{ taxCategories { items { id } } }");
  const { createProductVariants } = await admin(
    "mutation($of: CreateProductVariantInput!) { createProductVariants(input: [$of]) { id } }",
    {
      of: {
        productId: createProduct.id,
        sku: "p",
        price: 10_000,
        stockOnHand: 100,
        taxCategoryId: taxCategories.items[0].id,
        translations: [{ languageCode: "en", name: "P" }],
      },
    },
  );
  return createProductVariants[0].id;
}

/** Orders the product and pays, and returns the ids of the order and of its payment. */
async function order(shop: Call, product: string, paymentIntent: string) {
  const steps = [
    `addItemToOrder(productVariantId: ${product}, quantity: 1)`,
    'setCustomerForOrder(input: { firstName: "A", lastName: "B", emailAddress: "a@example.com" })',
    'setOrderShippingAddress(input: { streetLine1: "1", countryCode: "DE" })',
  ];
  for (const step of steps) await shop(`mutation { ${step} { __typename } }`);
  const { eligibleShippingMethods } = await shop("{ eligibleShippingMethods { id } }");
  const [{ id: shipping }] = eligibleShippingMethods;
  await shop(`mutation { setOrderShippingMethod(shippingMethodId: [${shipping}]) { __typename } }`);
  await shop('mutation { transitionOrderToState(state: "ArrangingPayment") { __typename } }');
  const { addPaymentToOrder } = await shop(
    `mutation($metadata: JSON!) {
      addPaymentToOrder(input: { method: "card", metadata: $metadata }) {
        ... on Order { id payments { id } }
      }
    }`,
    { metadata: { paymentIntent } },
  );
  return {
    id: addPaymentToOrder.id as string,
    payment: addPaymentToOrder.payments[0].id as string,
  };
}

/** Modifies an order: lowers its price by the amount, which is refunded. */
async function lower(
  admin: Call,
  orderId: string,
  refund: { readonly paymentId: string; readonly amount: number },
) {
  await admin(
    'mutation($id: ID!) { transitionOrderToState(id: $id, state: "Modifying") { __typename } }',
    { id: orderId },
  );
  const surcharges = [{ description: "Less", price: -refund.amount, priceIncludesTax: true }];
  const { modifyOrder } = await admin(
    `mutation($input: ModifyOrderInput!) {
      modifyOrder(input: $input) { __typename ... on ErrorResult { message } }
    }`,
    { input: { orderId, dryRun: false, surcharges, refunds: [refund] } },
  );
  return modifyOrder;
}
