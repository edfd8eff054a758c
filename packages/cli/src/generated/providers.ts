// Generated from specs/ by `npm run generate`. Do not edit: edit the spec.

import type { ProviderFacts } from "../provider-facts.ts";

export const providers: readonly ProviderFacts[] = [
  {
    name: "adyen",
    title: "Adyen",
    summary: "Refunds of captured payments taken through Adyen.",
    documentation:
      "https://raw.githubusercontent.com/Adyen/adyen-openapi/main/json/CheckoutService-v72.json",
    servers: {
      live: "https://{livePrefix}-checkout-live.adyenpayments.com/checkout/v72",
      test: "https://checkout-test.adyen.com/v72",
    },
    credentials: [
      [
        {
          name: "apiKey",
          description: "The API key of your API credential.",
          types: ["string"],
          secret: true,
          sample: "sandbox-api-key",
        },
      ],
    ],
    settings: [
      {
        name: "hmacKey",
        description:
          "The HMAC key of your standard webhook, in hexadecimal. Only needed for notifications. While you replace it, list both.",
        types: ["string"],
        optional: true,
        secret: true,
        sample: "44782DEF547AAA06C910C43932B1EB0C71FC68D9D0C057550C48EC2ACF6BA056",
      },
      {
        name: "merchantAccount",
        description: "The merchant account that took the payment.",
        types: ["string"],
        sample: "SandboxMerchantAccount",
      },
      {
        name: "livePrefix",
        description:
          "The prefix of your live endpoints, in your live Customer Area under Developers, API URLs. Needed for `live`.",
        types: ["string"],
        optional: true,
        sample: "1797a841fbb37ca7-adyendemo",
      },
    ],
    payment: {
      fields: [
        {
          name: "pspReference",
          description: "The payment's pspReference.",
          types: ["string"],
          sample: "993617894903480A",
        },
      ],
      exactlyOne: [],
    },
    amount: { optional: false },
    reason: {
      name: "reason",
      description: "Why it is refunded.",
      types: ["string"],
      optional: true,
    },
    sendsKey: true,
    extra: {
      fields: [
        {
          name: "capturePspReference",
          description: "The capture to refund. For PayPal only.",
          types: ["string"],
          optional: true,
        },
        {
          name: "store",
          description: "The store that refunds, by its configured name.",
          types: ["string"],
          optional: true,
        },
        {
          name: "lineItems",
          description:
            "The refunded items. Some payment methods need them for a part of a payment.",
          types: ["json"],
          optional: true,
        },
        {
          name: "splits",
          description: "How the amount is split between accounts of a platform.",
          types: ["json"],
          optional: true,
        },
      ],
      exactlyOne: [],
    },
    partial: true,
    repeated: true,
  },
  {
    name: "airwallex",
    title: "Airwallex",
    summary: "Refunds of payments taken through Airwallex.",
    documentation: "https://www.airwallex.com/docs/api/payments/refunds",
    servers: { live: "https://api.airwallex.com", test: "https://api-demo.airwallex.com" },
    credentials: [
      [
        {
          name: "accessToken",
          description: "An access token that you got yourself. It ends after 30 minutes.",
          types: ["string"],
          secret: true,
          sample: "sandbox-token",
        },
      ],
      [
        {
          name: "clientId",
          description: "Your client id.",
          types: ["string"],
          sample: "sandbox-client",
        },
        {
          name: "apiKey",
          description: "Your API key.",
          types: ["string"],
          secret: true,
          sample: "sandbox-api-key",
        },
      ],
    ],
    settings: [
      {
        name: "webhookSecret",
        description:
          "The secret of your webhook; several while you replace it. Needed for notifications.",
        types: ["string"],
        optional: true,
        secret: true,
        sample: "sandbox-webhook-secret",
      },
      {
        name: "onBehalfOf",
        description: "The id of the connected account that you act for.",
        types: ["string"],
        optional: true,
        sample: "acct_sandbox",
      },
    ],
    payment: {
      fields: [
        {
          name: "paymentIntentId",
          description: "The PaymentIntent's id.",
          types: ["string"],
          optional: true,
          sample: "int_sandbox1",
        },
        {
          name: "paymentAttemptId",
          description: "The payment attempt's id.",
          types: ["string"],
          optional: true,
          sample: "att_sandbox1",
        },
      ],
      exactlyOne: [["paymentIntentId", "paymentAttemptId"]],
    },
    amount: { optional: true },
    reason: {
      name: "reason",
      description: "Why it is refunded.",
      types: ["string"],
      optional: true,
    },
    sendsKey: true,
    extra: {
      fields: [
        { name: "metadata", description: "Your own fields.", types: ["json"], optional: true },
      ],
      exactlyOne: [],
    },
    partial: true,
    repeated: true,
    query: { payment: true, refund: false, key: false },
  },
  {
    name: "alipay",
    title: "Alipay",
    summary:
      "Refunds of payments taken by a merchant in mainland China through Alipay, OpenAPI v3.",
    documentation:
      "https://raw.githubusercontent.com/alipay/alipay-sdk-php-all/master/v3/api/oasSchema.json",
    servers: {
      live: "https://openapi.alipay.com",
      test: "https://openapi-sandbox.dl.alipaydev.com",
    },
    credentials: [
      [
        {
          name: "appId",
          description: "Your app id.",
          types: ["string"],
          sample: "9021000123456789",
        },
        {
          name: "privateKey",
          description: "The private key of your app, whose public half is registered with Alipay.",
          types: ["string"],
          secret: true,
        },
        {
          name: "alipayKey",
          description: "Alipay's public key for your app, in PEM. It verifies what Alipay answers.",
          types: ["string"],
        },
      ],
    ],
    settings: [],
    payment: {
      fields: [
        {
          name: "tradeNo",
          description: "Alipay's number of the payment.",
          types: ["string"],
          optional: true,
          sample: "2026112722001400000000000001",
        },
        {
          name: "outTradeNo",
          description: "Your own number of the payment.",
          types: ["string"],
          optional: true,
          sample: "order-cny-1",
        },
      ],
      exactlyOne: [["tradeNo", "outTradeNo"]],
    },
    amount: { optional: false, currencies: ["CNY"] },
    reason: {
      name: "reason",
      description: "Shown to the merchant and to the payer.",
      types: ["string"],
      optional: true,
    },
    sendsKey: true,
    extra: {
      fields: [
        { name: "operatorId", description: "Who refunds.", types: ["string"], optional: true },
        {
          name: "storeId",
          description: "Your number of the store.",
          types: ["string"],
          optional: true,
        },
        {
          name: "terminalId",
          description: "Your number of the terminal.",
          types: ["string"],
          optional: true,
        },
        {
          name: "refundGoodsDetail",
          description: "The goods that are refunded.",
          types: ["json"],
          optional: true,
        },
      ],
      exactlyOne: [],
    },
    partial: true,
    repeated: true,
    query: { payment: true, refund: false, key: true },
  },
  {
    name: "bbmsl",
    title: "BBMSL",
    summary: "Refunds of payments taken through BBMSL's hosted checkout (Hong Kong).",
    documentation: "https://docs.bbmsl.com/docs/online-hosted/API/refund",
    servers: { live: "https://payapi.prod.bbmsl.com", test: "https://payapi.sit.bbmsl.com" },
    credentials: [
      [
        {
          name: "merchantId",
          description: "Your merchant id, as text or as a number; it is sent as you give it.",
          types: ["string", "integer"],
          sample: 3,
        },
        {
          name: "privateKey",
          description:
            "Your RSA private key of 2048 bits in PEM, whose public half is registered with BBMSL.",
          types: ["string"],
          secret: true,
        },
      ],
    ],
    settings: [],
    payment: {
      fields: [
        {
          name: "orderId",
          description: "BBMSL's id of the order that took the payment.",
          types: ["integer"],
          optional: true,
          sample: 4922,
        },
        {
          name: "merchantReference",
          description: "Your own reference of the order that took the payment.",
          types: ["string"],
          optional: true,
          sample: "1655817171",
        },
      ],
      exactlyOne: [["orderId", "merchantReference"]],
    },
    amount: { optional: false, currencies: ["HKD", "USD"] },
    partial: true,
    repeated: false,
    query: { payment: true, refund: false, key: false },
  },
  {
    name: "braintree",
    title: "Braintree",
    summary: "Refunds of settled transactions through Braintree's GraphQL API.",
    documentation:
      "https://developer.paypal.com/braintree/graphql/reference/mutations/refund-transaction",
    servers: {
      live: "https://payments.braintree-api.com",
      test: "https://payments.sandbox.braintree-api.com",
    },
    credentials: [
      [
        {
          name: "publicKey",
          description: "The public key of your API key.",
          types: ["string"],
          sample: "sandbox-public-key",
        },
        {
          name: "privateKey",
          description: "The private key of your API key.",
          types: ["string"],
          secret: true,
          sample: "sandbox-private-key",
        },
      ],
    ],
    settings: [],
    payment: {
      fields: [
        {
          name: "transactionId",
          description: "The transaction's GraphQL id, and not its `legacyId`.",
          types: ["string"],
          sample: "dHJhbnNhY3Rpb25fMQ",
        },
      ],
      exactlyOne: [],
    },
    amount: { optional: true },
    sendsKey: true,
    extra: {
      fields: [
        {
          name: "description",
          description: "What PayPal's receipt says to the customer.",
          types: ["string"],
          optional: true,
        },
        {
          name: "merchantAccountId",
          description: "The merchant account that refunds.",
          types: ["string"],
          optional: true,
        },
      ],
      exactlyOne: [],
    },
    partial: true,
    repeated: true,
    query: { payment: true, refund: false, key: false },
  },
  {
    name: "cashfree",
    title: "Cashfree",
    summary: "Refunds of orders that were paid through Cashfree Payments (India).",
    documentation: "https://www.cashfree.com/docs/api-reference/payments/latest/refunds/create",
    servers: { live: "https://api.cashfree.com/pg", test: "https://sandbox.cashfree.com/pg" },
    credentials: [
      [
        {
          name: "clientId",
          description: "Your app id.",
          types: ["string"],
          sample: "sandbox-app-id",
        },
        {
          name: "clientSecret",
          description: "Your secret key.",
          types: ["string"],
          secret: true,
          sample: "sandbox-secret",
        },
      ],
    ],
    settings: [],
    payment: {
      fields: [
        {
          name: "orderId",
          description: "The order's id, which you or Cashfree gave it.",
          types: ["string"],
          sample: "order-inr-1",
        },
      ],
      exactlyOne: [],
    },
    amount: { optional: false },
    reason: {
      name: "reason",
      description: "A note of your own.",
      types: ["string"],
      optional: true,
    },
    sendsKey: true,
    extra: {
      fields: [
        {
          name: "speed",
          description: "How fast: `STANDARD`, or `INSTANT` where that is possible.",
          types: ["string"],
          optional: true,
        },
      ],
      exactlyOne: [],
    },
    partial: true,
    repeated: true,
    query: { payment: true, refund: false, key: true },
  },
  {
    name: "checkoutcom",
    title: "Checkout.com",
    summary: "Refunds of captured payments taken through Checkout.com.",
    documentation: "https://github.com/checkout/checkout-api-reference",
    servers: {
      live: "https://{prefix}.api.checkout.com",
      test: "https://{prefix}.api.sandbox.checkout.com",
    },
    credentials: [
      [
        {
          name: "secretKey",
          description: "Your secret key.",
          types: ["string"],
          secret: true,
          sample: "sk_sbox_abcdefghijklmnopqrstuvwxyz2",
        },
      ],
    ],
    settings: [
      {
        name: "webhookSecret",
        description:
          "The key of your workflow's webhook action. Add the new one to a list while you replace it, because a delivery that is repeated has the old one. Needed for notifications.",
        types: ["string"],
        optional: true,
        secret: true,
        sample: "sandbox-webhook-secret",
      },
      {
        name: "prefix",
        description:
          "The part of the host that is yours: the first eight characters of your client id, without `cli_`.",
        types: ["string"],
        sample: "vkuhvk4v",
      },
    ],
    payment: {
      fields: [
        {
          name: "id",
          description: "The payment's id.",
          types: ["string"],
          sample: "pay_6ndp5facelxurne7gloxkxm571",
        },
      ],
      exactlyOne: [],
    },
    amount: { optional: true, except: ["CLF", "UYI", "UYW"] },
    sendsKey: true,
    extra: {
      fields: [
        {
          name: "metadata",
          description: "Names and values that are kept with the refund, of one level.",
          types: ["json"],
          optional: true,
        },
      ],
      exactlyOne: [],
    },
    partial: true,
    repeated: true,
    query: { payment: true, refund: false, key: false },
  },
  {
    name: "dlocal",
    title: "dLocal",
    summary:
      "Refunds of payments taken through dLocal (Latin America, Africa, Asia), Payins API 2.1.",
    documentation: "https://docs.dlocal.com/docs/refunds",
    servers: { live: "https://api.dlocal.com", test: "https://sandbox.dlocal.com" },
    credentials: [
      [
        { name: "login", description: "Your X-Login.", types: ["string"], sample: "sandbox-login" },
        {
          name: "transKey",
          description: "Your X-Trans-Key.",
          types: ["string"],
          secret: true,
          sample: "sandbox-trans-key",
        },
        {
          name: "secretKey",
          description: "Your secret key, which signs.",
          types: ["string"],
          secret: true,
          sample: "sandbox-secret-key",
        },
      ],
    ],
    settings: [],
    payment: {
      fields: [
        {
          name: "paymentId",
          description: "The payment's id.",
          types: ["string"],
          sample: "PAY4334346343",
        },
      ],
      exactlyOne: [],
    },
    amount: { optional: true },
    reason: {
      name: "reason",
      description: "Why the payment is refunded.",
      types: ["string"],
      optional: true,
    },
    sendsKey: true,
    extra: {
      fields: [
        {
          name: "notificationUrl",
          description: "Where dLocal sends what becomes of the refund.",
          types: ["string"],
          optional: true,
        },
        {
          name: "beneficiaryName",
          description: "The payer's name, for a bank transfer.",
          types: ["string"],
          optional: true,
        },
        {
          name: "bank",
          description: "The payer's bank, for a bank transfer.",
          types: ["string"],
          optional: true,
        },
        {
          name: "bankAccount",
          description: "The payer's account, for a bank transfer.",
          types: ["string"],
          optional: true,
        },
        {
          name: "bankAccountType",
          description: "C: current, S: savings, I: international.",
          types: ["string"],
          optional: true,
        },
        {
          name: "bankBranch",
          description: "The payer's branch, for a bank transfer.",
          types: ["string"],
          optional: true,
        },
      ],
      exactlyOne: [],
    },
    partial: true,
    repeated: true,
    query: { payment: false, refund: true, key: false },
  },
  {
    name: "flutterwave",
    title: "Flutterwave",
    summary: "Refunds of payments taken through Flutterwave (Africa), version 3 of its API.",
    documentation: "https://developer.flutterwave.com/v3.0.0/reference/transaction-refund",
    servers: { live: "https://api.flutterwave.com", test: "https://api.flutterwave.com" },
    credentials: [
      [
        {
          name: "secretKey",
          description: "Your secret key.",
          types: ["string"],
          secret: true,
          sample: "FLWSECK_TEST-SANDBOXDEMOKEY-X",
        },
      ],
    ],
    settings: [],
    payment: {
      fields: [
        {
          name: "transactionId",
          description: "The transaction's id.",
          types: ["string"],
          sample: "908790",
        },
      ],
      exactlyOne: [],
    },
    amount: { optional: false },
    sendsKey: true,
    extra: {
      fields: [
        {
          name: "callbackUrl",
          description: "Where Flutterwave reports what became of the refund.",
          types: ["string"],
          optional: true,
        },
      ],
      exactlyOne: [],
    },
    partial: true,
    repeated: true,
    query: { payment: true, refund: false, key: false },
  },
  {
    name: "gocardless",
    title: "GoCardless",
    summary: "Refunds of bank debits and bank payments taken through GoCardless.",
    documentation: "https://developer.gocardless.com/api-reference/",
    servers: { live: "https://api.gocardless.com", test: "https://api-sandbox.gocardless.com" },
    credentials: [
      [
        {
          name: "accessToken",
          description: "An access token of your account, or of the merchant that you act for.",
          types: ["string"],
          secret: true,
          sample: "sandbox-token",
        },
      ],
    ],
    settings: [
      {
        name: "webhookSecret",
        description:
          "The secret of your webhook endpoint. Only needed for notifications. While you replace it, list both.",
        types: ["string"],
        optional: true,
        secret: true,
        sample: "sandbox-webhook-secret",
      },
    ],
    payment: {
      fields: [
        {
          name: "id",
          description: "The payment's id, such as PM123.",
          types: ["string"],
          sample: "PM009MNY1M77C1",
        },
      ],
      exactlyOne: [],
    },
    amount: {
      optional: false,
      currencies: ["AUD", "CAD", "DKK", "EUR", "GBP", "NZD", "SEK", "USD"],
    },
    sendsKey: true,
    extra: {
      fields: [
        {
          name: "totalAmountConfirmation",
          description: "The sum of all refunds of the payment, with this one, in minor units.",
          types: ["integer"],
          sample: 150,
        },
        {
          name: "reference",
          description:
            "A text on the customer's bank statement. How long it can be depends on the scheme: 10 characters for Bacs and ACH, 140 for SEPA.",
          types: ["string"],
          optional: true,
        },
      ],
      exactlyOne: [],
    },
    partial: true,
    repeated: true,
    query: { payment: true, refund: false, key: false },
  },
  {
    name: "klarna",
    title: "Klarna",
    summary: "Refunds of captured Klarna orders, by the Order Management API.",
    documentation:
      "https://docs.klarna.com/payments/after-payments/order-management/manage-orders-with-the-api/refund-orders-and-manage-authorizations",
    servers: {
      live: "https://{region}.klarna.com",
      test: "https://{region}.playground.klarna.com",
    },
    credentials: [
      [
        {
          name: "username",
          description: "Your user name, of the API credentials in the merchant portal.",
          types: ["string"],
          sample: "sandbox-user",
        },
        {
          name: "password",
          description: "Your password.",
          types: ["string"],
          secret: true,
          sample: "sandbox-password",
        },
      ],
    ],
    settings: [
      {
        name: "region",
        description:
          "Where your account is: `api` for Europe, `api-na` for North America, `api-oc` for Oceania.",
        types: ["string"],
        optional: true,
      },
    ],
    payment: {
      fields: [
        {
          name: "orderId",
          description: "The order's id, which Klarna gave it.",
          types: ["string"],
          sample: "order-eur-1",
        },
      ],
      exactlyOne: [],
    },
    amount: { optional: false },
    reason: {
      name: "reason",
      description: "A description that the customer can see.",
      types: ["string"],
      optional: true,
    },
    sendsKey: true,
    extra: {
      fields: [
        {
          name: "reference",
          description: "Your reference. The settlement files have it.",
          types: ["string"],
          optional: true,
        },
      ],
      exactlyOne: [],
    },
    partial: true,
    repeated: true,
    query: { payment: true, refund: false, key: false },
  },
  {
    name: "linepay",
    title: "LINE Pay",
    summary: "Refunds of payments taken through LINE Pay (Taiwan, Thailand), Online API v4.",
    documentation: "https://developers-pay.line.me/online-api-v4/refund",
    servers: { live: "https://api-pay.line.me", test: "https://sandbox-api-pay.line.me" },
    credentials: [
      [
        {
          name: "channelId",
          description: "Your channel id.",
          types: ["string"],
          sample: "1479113123",
        },
        {
          name: "channelSecret",
          description: "Your channel secret key.",
          types: ["string"],
          secret: true,
          sample: "sandbox-channel-secret",
        },
      ],
    ],
    settings: [],
    payment: {
      fields: [
        {
          name: "transactionId",
          description: "An id of 19 digits. Give it as text: a JavaScript number cannot hold it.",
          types: ["string"],
          sample: "2018082512345678910",
        },
      ],
      exactlyOne: [],
    },
    amount: { optional: true, currencies: ["TWD", "THB", "USD"] },
    partial: true,
    repeated: true,
    query: { payment: true, refund: false, key: false },
  },
  {
    name: "mercadopago",
    title: "Mercado Pago",
    summary: "Refunds of payments taken through Mercado Pago's Payments API.",
    documentation:
      "https://www.mercadopago.com.co/developers/es/reference/chargebacks/_payments_id_refunds/post",
    servers: { live: "https://api.mercadopago.com", test: "https://api.mercadopago.com" },
    credentials: [
      [
        {
          name: "accessToken",
          description: "The access token of your application.",
          types: ["string"],
          secret: true,
          sample: "TEST-sandbox-token",
        },
      ],
    ],
    settings: [
      {
        name: "webhookSecret",
        description:
          "The secret signature of your application's webhooks. A list while you replace it.",
        types: ["string"],
        optional: true,
        secret: true,
        sample: "sandbox-webhook-secret",
      },
    ],
    payment: {
      fields: [
        {
          name: "id",
          description: "The payment's id.",
          types: ["string", "integer"],
          sample: "18552260055",
        },
      ],
      exactlyOne: [],
    },
    amount: { optional: true, currencies: ["ARS", "BRL", "CLP", "COP", "MXN", "PEN", "UYU"] },
    sendsKey: true,
    partial: true,
    repeated: true,
    query: { payment: true, refund: false, key: false },
  },
  {
    name: "midtrans",
    title: "Midtrans",
    summary: "Refunds of settled transactions taken through Midtrans (Indonesia).",
    documentation: "https://docs.midtrans.com/reference/refund-transaction",
    servers: { live: "https://api.midtrans.com", test: "https://api.sandbox.midtrans.com" },
    credentials: [
      [
        {
          name: "serverKey",
          description: "Your server key.",
          types: ["string"],
          secret: true,
          sample: "SB-Mid-server-abc123cde456",
        },
      ],
    ],
    settings: [],
    payment: {
      fields: [
        {
          name: "transactionId",
          description: "Midtrans' id of the transaction.",
          types: ["string"],
          sample: "447e846a-403e-47db-a5da-d7f3f06375a1",
        },
      ],
      exactlyOne: [],
    },
    amount: { optional: false, currencies: ["IDR"] },
    reason: {
      name: "reason",
      description: "Why it is refunded. Some wallets show it to the customer.",
      types: ["string"],
      optional: true,
    },
    sendsKey: true,
    partial: true,
    repeated: true,
    query: { payment: true, refund: false, key: false },
  },
  {
    name: "mollie",
    title: "Mollie",
    summary: "Refunds of payments taken through Mollie.",
    documentation: "https://raw.githubusercontent.com/mollie/openapi/main/specs.yaml",
    servers: { live: "https://api.mollie.com", test: "https://api.mollie.com" },
    credentials: [
      [
        {
          name: "apiKey",
          description: "Your API key, or an access token of your organization.",
          types: ["string"],
          secret: true,
          sample: "test_dHar4XY7LxsDOtmnkVtjNVWXLSlXsM",
        },
      ],
    ],
    settings: [],
    payment: {
      fields: [
        {
          name: "id",
          description: "The payment's id.",
          types: ["string"],
          sample: "tr_5B8cwPMGnU6qLbRvo7qEZa",
        },
      ],
      exactlyOne: [],
    },
    amount: { optional: false },
    reason: {
      name: "reason",
      description: "A text about the refund, which the customer may see.",
      types: ["string"],
      optional: true,
    },
    sendsKey: true,
    extra: {
      fields: [
        {
          name: "reverseRouting",
          description: "Whether money that was routed to others is taken back, for a whole refund.",
          types: ["boolean"],
          optional: true,
        },
        {
          name: "routingReversals",
          description: "What is taken back from whom.",
          types: ["json"],
          optional: true,
        },
      ],
      exactlyOne: [],
    },
    partial: true,
    repeated: true,
    query: { payment: true, refund: false, key: false },
  },
  {
    name: "openpayd",
    title: "OpenPayd PSP",
    summary: "Refunds of card payments taken through OpenPayd PSP.",
    documentation: "https://apidocs.openpaydpsp.com/docs/payment-refund",
    servers: { live: "https://api.openpaydpsp.com", test: "https://testapi.openpaydpsp.com" },
    credentials: [
      [
        {
          name: "apiKey",
          description: "Your API key, given to you by OpenPayd; at most 32 characters.",
          types: ["string"],
          secret: true,
          sample: "4d41d21a935f5bba9dee7c7be4a7ca04",
        },
      ],
    ],
    settings: [],
    payment: {
      fields: [
        {
          name: "transactionId",
          description: "OpenPayd's id of the payment, such as 529-1438673740-2.",
          types: ["string"],
          sample: "529-1438673740-2",
        },
        {
          name: "referenceNo",
          description: "Your own id of the payment.",
          types: ["string"],
          sample: "1-1386413490-0089-14",
        },
      ],
      exactlyOne: [],
    },
    amount: { optional: true, exponent: 2 },
    partial: true,
    repeated: false,
  },
  {
    name: "ottpay",
    title: "OTT Pay",
    summary: "Refunds of local-card payments taken through OTT Pay (Canada).",
    documentation: "https://apidocs.ottpay.com/api/local-card/refund-api/api/",
    servers: { live: "https://ecom-api.ottpay.com", test: "https://sandbox-api.ottpay.com" },
    credentials: [
      [
        {
          name: "accessToken",
          description:
            "A bearer token you obtained yourself. OTT Pay's tokens live about 15 minutes.",
          types: ["string"],
          secret: true,
          sample: "sandbox-token",
        },
      ],
      [
        {
          name: "appId",
          description:
            "Your application's id. With `appKey`, tokens are obtained and renewed for you.",
          types: ["string"],
          sample: "sandbox-app",
        },
        {
          name: "appKey",
          description: "Your application's secret key.",
          types: ["string"],
          secret: true,
          sample: "sandbox-app-key",
        },
      ],
    ],
    settings: [],
    payment: {
      fields: [
        {
          name: "oriPaymentId",
          description: "Id of the original payment.",
          types: ["string"],
          sample: "1694723098440266",
        },
      ],
      exactlyOne: [],
    },
    amount: { optional: false, exponent: 2 },
    partial: true,
    repeated: true,
    query: { payment: true, refund: false, key: false },
  },
  {
    name: "paypal",
    title: "PayPal",
    summary: "Refunds of payments captured through PayPal, in full or in part.",
    documentation:
      "https://raw.githubusercontent.com/paypal/paypal-rest-api-specifications/main/openapi/payments_payment_v2.json",
    servers: { live: "https://api-m.paypal.com", test: "https://api-m.sandbox.paypal.com" },
    credentials: [
      [
        {
          name: "accessToken",
          description: "An access token that you obtained yourself.",
          types: ["string"],
          secret: true,
          sample: "sandbox-token",
        },
      ],
      [
        {
          name: "clientId",
          description: "The client id of your app.",
          types: ["string"],
          sample: "sandbox-client",
        },
        {
          name: "clientSecret",
          description: "The secret of your app.",
          types: ["string"],
          secret: true,
          sample: "sandbox-secret",
        },
      ],
    ],
    settings: [
      {
        name: "authAssertion",
        description: "The JSON Web Token that names the merchant for whom a platform acts.",
        types: ["string"],
        optional: true,
        sample: "eyJhbGciOiJub25lIn0.eyJpc3MiOiJzYW5kYm94In0.",
      },
    ],
    payment: {
      fields: [
        {
          name: "captureId",
          description: "The capture's id.",
          types: ["string"],
          sample: "2GG279541U471931P",
        },
      ],
      exactlyOne: [],
    },
    amount: {
      optional: true,
      currencies: [
        "AUD",
        "BRL",
        "CAD",
        "CHF",
        "CNY",
        "CZK",
        "DKK",
        "EUR",
        "GBP",
        "HKD",
        "HUF",
        "ILS",
        "JPY",
        "MXN",
        "MYR",
        "NOK",
        "NZD",
        "PHP",
        "PLN",
        "RUB",
        "SEK",
        "SGD",
        "THB",
        "TWD",
        "USD",
      ],
    },
    reason: {
      name: "reason",
      description: "The reason, which the payer sees.",
      types: ["string"],
      optional: true,
    },
    sendsKey: true,
    extra: {
      fields: [
        {
          name: "invoiceId",
          description: "Your invoice number.",
          types: ["string"],
          optional: true,
        },
        {
          name: "customId",
          description: "Your own id, which appears in PayPal's reports.",
          types: ["string"],
          optional: true,
        },
      ],
      exactlyOne: [],
    },
    partial: true,
    repeated: true,
    query: { payment: false, refund: true, key: false },
  },
  {
    name: "paypay",
    title: "PayPay",
    summary: "Refunds of payments taken through PayPay (Japan), Open Payment API v2.",
    documentation: "https://www.paypay.ne.jp/opa/doc/v1.0/dynamicqrcode#operation/refundPayment",
    servers: { live: "https://apigw.paypay.ne.jp", test: "https://apigw.sandbox.paypay.ne.jp" },
    credentials: [
      [
        {
          name: "apiKey",
          description: "Your API key.",
          types: ["string"],
          sample: "sandbox-api-key",
        },
        {
          name: "apiSecret",
          description: "The secret of your API key.",
          types: ["string"],
          secret: true,
          sample: "sandbox-api-secret",
        },
      ],
    ],
    settings: [
      {
        name: "merchantId",
        description: "The merchant that you act for, if you are an agent.",
        types: ["string"],
        optional: true,
        sample: "000000000000008181",
      },
    ],
    payment: {
      fields: [
        {
          name: "paymentId",
          description: "PayPay's id of the payment, and not your own (`merchantPaymentId`).",
          types: ["string"],
          sample: "04002752470258507776",
        },
      ],
      exactlyOne: [],
    },
    amount: { optional: false, currencies: ["JPY"] },
    reason: { name: "reason", description: "Why.", types: ["string"], optional: true },
    sendsKey: true,
    partial: true,
    repeated: true,
    query: { payment: true, refund: false, key: true },
  },
  {
    name: "paystack",
    title: "Paystack",
    summary: "Refunds of payments taken through Paystack (Nigeria, Ghana, Kenya, South Africa).",
    documentation: "https://paystack.com/docs/api/refund/",
    servers: { live: "https://api.paystack.co", test: "https://api.paystack.co" },
    credentials: [
      [
        {
          name: "secretKey",
          description: "Your secret key.",
          types: ["string"],
          secret: true,
          sample: "sk_test_sandbox",
        },
      ],
    ],
    settings: [],
    payment: {
      fields: [
        {
          name: "reference",
          description: "The payment's reference, not its number.",
          types: ["string"],
          sample: "T685312322670591",
        },
      ],
      exactlyOne: [],
    },
    amount: { optional: true, currencies: ["GHS", "KES", "NGN", "USD", "ZAR"] },
    extra: {
      fields: [
        {
          name: "customerNote",
          description: "Why, for the customer.",
          types: ["string"],
          optional: true,
        },
        {
          name: "merchantNote",
          description: "Why, for you. Your own id of the refund here helps a person to find it.",
          types: ["string"],
          optional: true,
        },
      ],
      exactlyOne: [],
    },
    partial: true,
    repeated: true,
    query: { payment: false, refund: true, key: false },
  },
  {
    name: "przelewy24",
    title: "Przelewy24",
    summary: "Refunds of payments taken through Przelewy24 (Poland).",
    documentation: "https://developers.przelewy24.pl/yaml/en_documentation_1.0.yaml",
    servers: { live: "https://secure.przelewy24.pl", test: "https://sandbox.przelewy24.pl" },
    credentials: [
      [
        {
          name: "posId",
          description: "The id of your shop (posId), as text.",
          types: ["string"],
          sample: "999999",
        },
        {
          name: "apiKey",
          description: "Your key for reports (API key), in the panel.",
          types: ["string"],
          secret: true,
          sample: "sandbox-api-key",
        },
      ],
    ],
    settings: [
      {
        name: "crc",
        description: "Your CRC key, in the panel. Needed for notifications.",
        types: ["string"],
        optional: true,
        secret: true,
        sample: "sandbox-crc",
      },
    ],
    payment: {
      fields: [
        {
          name: "orderId",
          description: "Przelewy24's id of the transaction.",
          types: ["integer"],
          sample: 301234561,
        },
        {
          name: "sessionId",
          description: "Your own id of the transaction.",
          types: ["string"],
          sample: "order-1",
        },
      ],
      exactlyOne: [],
    },
    amount: { optional: false },
    reason: {
      name: "reason",
      description: "What the customer reads in the transfer.",
      types: ["string"],
      optional: true,
    },
    sendsKey: true,
    extra: {
      fields: [
        {
          name: "urlStatus",
          description: "Where Przelewy24 reports what became of the refund.",
          types: ["string"],
          optional: true,
        },
      ],
      exactlyOne: [],
    },
    partial: true,
    repeated: true,
    query: { payment: true, refund: false, key: false },
  },
  {
    name: "rapyd",
    title: "Rapyd",
    summary: "Refunds of payments taken through Rapyd.",
    documentation: "https://docs.rapyd.net/en/create-refund.html",
    servers: { live: "https://api.rapyd.net", test: "https://sandboxapi.rapyd.net" },
    credentials: [
      [
        {
          name: "accessKey",
          description: "Your access key.",
          types: ["string"],
          sample: "sandbox-access-key",
        },
        {
          name: "secretKey",
          description: "Your secret key.",
          types: ["string"],
          secret: true,
          sample: "sandbox-secret-key",
        },
      ],
    ],
    settings: [
      {
        name: "notificationUrl",
        description:
          "The address of your webhook, exactly as you entered it at Rapyd. Needed for notifications.",
        types: ["string"],
        optional: true,
        sample: "https://shop.example/webhooks/rapyd",
      },
    ],
    payment: {
      fields: [
        {
          name: "id",
          description: "The payment's id, starting with payment_.",
          types: ["string"],
          sample: "payment_sandbox1",
        },
      ],
      exactlyOne: [],
    },
    amount: { optional: true },
    reason: {
      name: "reason",
      description: "Why it is refunded.",
      types: ["string"],
      optional: true,
    },
    sendsKey: true,
    extra: {
      fields: [
        { name: "metadata", description: "Your own fields.", types: ["json"], optional: true },
        {
          name: "ewallets",
          description: "The wallets that a split payment is refunded from.",
          types: ["json"],
          optional: true,
        },
      ],
      exactlyOne: [],
    },
    partial: true,
    repeated: true,
    query: { payment: true, refund: false, key: false },
  },
  {
    name: "razorpay",
    title: "Razorpay",
    summary:
      "Refunds of payments taken through Razorpay (India, Malaysia, Singapore, United States).",
    documentation: "https://razorpay.com/docs/api/refunds/normal-refunds-idempotent",
    servers: { live: "https://api.razorpay.com", test: "https://api.razorpay.com" },
    credentials: [
      [
        {
          name: "keyId",
          description: "Your key id.",
          types: ["string"],
          sample: "rzp_test_sandbox",
        },
        {
          name: "keySecret",
          description: "Your key secret.",
          types: ["string"],
          secret: true,
          sample: "sandbox-secret",
        },
      ],
    ],
    settings: [
      {
        name: "webhookSecret",
        description:
          "The secret of your webhook. Add the new one to a list while you replace it, because a delivery that is repeated has the old one. Needed for notifications.",
        types: ["string"],
        optional: true,
        secret: true,
        sample: "sandbox-webhook-secret",
      },
    ],
    payment: {
      fields: [
        {
          name: "id",
          description: "The payment's id.",
          types: ["string"],
          sample: "pay_SandboxINR0001",
        },
      ],
      exactlyOne: [],
    },
    amount: { optional: true },
    sendsKey: true,
    extra: {
      fields: [
        {
          name: "speed",
          description:
            "How fast: `normal` takes days, `optimum` is instant where that is possible.",
          types: ["string"],
          optional: true,
        },
        {
          name: "notes",
          description: "Up to 15 notes of your own, with names that you choose.",
          types: ["json"],
          optional: true,
        },
      ],
      exactlyOne: [],
    },
    partial: true,
    repeated: true,
    query: { payment: true, refund: false, key: false },
  },
  {
    name: "square",
    title: "Square",
    summary: "Refunds of payments taken through Square.",
    documentation:
      "https://raw.githubusercontent.com/square/connect-api-specification/master/api.json",
    servers: { live: "https://connect.squareup.com", test: "https://connect.squareupsandbox.com" },
    credentials: [
      [
        {
          name: "accessToken",
          description: "An access token with PAYMENTS_WRITE, and PAYMENTS_READ for the query.",
          types: ["string"],
          secret: true,
          sample: "sandbox-token",
        },
      ],
    ],
    settings: [
      {
        name: "webhookSecret",
        description:
          "The signature key of your webhook subscription; several while you replace it. Needed for notifications.",
        types: ["string"],
        optional: true,
        secret: true,
        sample: "sandbox-webhook-secret",
      },
      {
        name: "notificationUrl",
        description:
          "The address of your webhook, exactly as you entered it at Square. Needed for notifications.",
        types: ["string"],
        optional: true,
        sample: "https://shop.example/webhooks/square",
      },
    ],
    payment: {
      fields: [
        {
          name: "id",
          description: "The payment's id.",
          types: ["string"],
          sample: "payment-usd-1",
        },
      ],
      exactlyOne: [],
    },
    amount: { optional: false, except: ["BYN", "MRU", "STN", "UYW", "VED", "VES", "XCG", "ZWG"] },
    reason: {
      name: "reason",
      description: "Why it is refunded.",
      types: ["string"],
      optional: true,
    },
    sendsKey: true,
    extra: {
      fields: [
        {
          name: "appFeeMoney",
          description:
            "What the application contributes to the refund, in the smallest denomination.",
          types: ["json"],
          optional: true,
        },
        {
          name: "paymentVersionToken",
          description: "The version of the payment that you expect. Another version is refused.",
          types: ["string"],
          optional: true,
        },
        {
          name: "teamMemberId",
          description: "The team member who refunds.",
          types: ["string"],
          optional: true,
        },
      ],
      exactlyOne: [],
    },
    partial: true,
    repeated: true,
    query: { payment: false, refund: true, key: false },
  },
  {
    name: "stripe",
    title: "Stripe",
    summary: "Refunds of charges and PaymentIntents taken through Stripe.",
    documentation:
      "https://raw.githubusercontent.com/stripe/openapi/master/latest/openapi.spec3.json",
    servers: { live: "https://api.stripe.com", test: "https://api.stripe.com" },
    credentials: [
      [
        {
          name: "secretKey",
          description: "Your secret key, or a restricted key that can write charges and refunds.",
          types: ["string"],
          secret: true,
          sample: "sk_test_sandbox",
        },
      ],
    ],
    settings: [
      {
        name: "webhookSecret",
        description:
          "The secret of your webhook endpoint, such as whsec_…; several while you replace it. Needed for notifications.",
        types: ["string"],
        optional: true,
        secret: true,
        sample: "whsec_sandbox",
      },
      {
        name: "stripeAccount",
        description: "The connected account that you act for, such as acct_1032D82eZvKYlo2C.",
        types: ["string"],
        optional: true,
        sample: "acct_1032D82eZvKYlo2C",
      },
    ],
    payment: {
      fields: [
        {
          name: "paymentIntent",
          description: "The PaymentIntent to refund.",
          types: ["string"],
          optional: true,
          sample: "pi_1",
        },
        {
          name: "charge",
          description: "The charge to refund.",
          types: ["string"],
          optional: true,
          sample: "ch_1",
        },
      ],
      exactlyOne: [["paymentIntent", "charge"]],
    },
    amount: { optional: true, except: ["IQD", "LYD"] },
    reason: {
      name: "reason",
      description: "Why it is refunded. `fraudulent` also blocks the card and the e-mail address.",
      types: ["string"],
      optional: true,
    },
    sendsKey: true,
    extra: {
      fields: [
        {
          name: "refundApplicationFee",
          description: "Whether the application fee is refunded too.",
          types: ["boolean"],
          optional: true,
        },
        {
          name: "reverseTransfer",
          description: "Whether the transfer to the connected account is reversed.",
          types: ["boolean"],
          optional: true,
        },
        {
          name: "instructionsEmail",
          description: "Where the customer gets instructions if the payment method has no refunds.",
          types: ["string"],
          optional: true,
        },
      ],
      exactlyOne: [],
    },
    partial: true,
    repeated: true,
    query: { payment: true, refund: false, key: false },
  },
  {
    name: "sumup",
    title: "SumUp",
    summary: "Refunds of transactions taken through SumUp, online or with a terminal.",
    documentation: "https://raw.githubusercontent.com/sumup/sumup-ts/main/openapi.json",
    servers: { live: "https://api.sumup.com", test: "https://api.sumup.com" },
    credentials: [
      [
        {
          name: "apiKey",
          description:
            "Your API key, or an access token of your merchant. Under `test`, that of a sandbox merchant account.",
          types: ["string"],
          secret: true,
          sample: "sk_test_sandbox_key",
        },
      ],
    ],
    settings: [
      {
        name: "merchantCode",
        description: "The code of your merchant account, such as MH4H92C7.",
        types: ["string"],
        sample: "MH4H92C7",
      },
    ],
    payment: {
      fields: [
        {
          name: "transactionId",
          description: "The transaction's id.",
          types: ["string"],
          sample: "4ffb8dfc-7f2b-413d-a497-2ad00766585e",
        },
      ],
      exactlyOne: [],
    },
    amount: {
      optional: true,
      currencies: [
        "BRL",
        "CHF",
        "CLP",
        "COP",
        "CZK",
        "DKK",
        "EUR",
        "GBP",
        "HUF",
        "NOK",
        "PLN",
        "RON",
        "SEK",
        "USD",
      ],
    },
    partial: true,
    repeated: false,
  },
  {
    name: "wechatpay",
    title: "WeChat Pay",
    summary:
      "Refunds of payments taken by a merchant in mainland China through WeChat Pay, API v3.",
    documentation: "https://pay.weixin.qq.com/docs/merchant/products/refund/apilist.html",
    servers: { live: "https://api.mch.weixin.qq.com" },
    credentials: [
      [
        {
          name: "merchantId",
          description: "Your merchant number (mchid).",
          types: ["string"],
          sample: "1900000109",
        },
        {
          name: "certificateSerial",
          description: "The serial number of your API certificate.",
          types: ["string"],
          sample: "5157F09EFDC096DE15EBE81A47057A7232F1B8E1",
        },
        {
          name: "privateKey",
          description: "The private key of your API certificate (apiclient_key.pem).",
          types: ["string"],
          secret: true,
        },
        {
          name: "platformKey",
          description:
            "WeChat Pay's public key in PEM, or the public key of its platform certificate. It verifies what WeChat Pay answers.",
          types: ["string"],
        },
        {
          name: "platformSerial",
          description:
            "The id of that public key (PUB_KEY_ID_...), or the serial number of the platform certificate.",
          types: ["string"],
          sample: "PUB_KEY_ID_0119000001092024101100397200000006",
        },
      ],
    ],
    settings: [
      {
        name: "apiV3Key",
        description:
          "Your APIv3 key, of 32 characters. It decrypts notifications. A list while you replace it.",
        types: ["string"],
        optional: true,
        secret: true,
        sample: "sandbox-api-v3-key-with-32-bytes",
      },
    ],
    payment: {
      fields: [
        {
          name: "transactionId",
          description: "WeChat Pay's number of the payment.",
          types: ["string"],
          optional: true,
          sample: "4200000000202611270000000001",
        },
        {
          name: "outTradeNo",
          description: "Your own number of the payment.",
          types: ["string"],
          optional: true,
          sample: "order-cny-1",
        },
      ],
      exactlyOne: [["transactionId", "outTradeNo"]],
    },
    amount: { optional: false, currencies: ["CNY"] },
    reason: {
      name: "reason",
      description: "Shown to the payer. At most 80 bytes of UTF-8, so 26 Chinese characters.",
      types: ["string"],
      optional: true,
    },
    sendsKey: true,
    extra: {
      fields: [
        {
          name: "notifyUrl",
          description:
            "Where WeChat Pay reports what became of the refund, instead of the address in the merchant platform.",
          types: ["string"],
          optional: true,
        },
        {
          name: "fundsAccount",
          description:
            "Which account the refund is paid from: AVAILABLE or UNSETTLED. For some merchants only.",
          types: ["string"],
          optional: true,
        },
        {
          name: "total",
          description: "The whole amount of the payment, in fen. WeChat Pay refuses another.",
          types: ["integer"],
          sample: 10000,
        },
        {
          name: "from",
          description:
            "The accounts that the refund is paid from, and how much each pays. Together it is the amount.",
          types: ["json"],
          optional: true,
        },
        {
          name: "goodsDetail",
          description: "The goods that are refunded, where a refund is about certain goods.",
          types: ["json"],
          optional: true,
        },
      ],
      exactlyOne: [],
    },
    partial: true,
    repeated: true,
    query: { payment: false, refund: false, key: true },
  },
  {
    name: "worldpay",
    title: "Worldpay",
    summary: "Refunds of settled card payments taken through Access Worldpay.",
    documentation:
      "https://docs.worldpay.com/access/products/card-payments/openapi/manage-payments/partialrefund",
    servers: { live: "https://access.worldpay.com", test: "https://try.access.worldpay.com" },
    credentials: [
      [
        {
          name: "username",
          description: "Your user name, which Worldpay gave you.",
          types: ["string"],
          sample: "sandbox-user",
        },
        {
          name: "password",
          description: "Your password.",
          types: ["string"],
          secret: true,
          sample: "sandbox-password",
        },
      ],
    ],
    settings: [
      {
        name: "webhookSecret",
        description:
          "The shared secret of your events, which Worldpay gives you with the header `Event-Signature`. A list while it is replaced.",
        types: ["string"],
        optional: true,
        secret: true,
        sample: "sandbox-webhook-secret",
      },
    ],
    payment: {
      fields: [
        {
          name: "paymentId",
          description: "The payment's id, which stays the same in every answer about it.",
          types: ["string"],
          sample: "paySandboxGBP-0000000001",
        },
        {
          name: "linkData",
          description:
            "The last part of the link `cardPayments:partialRefund`, decoded (`decodeURIComponent`).",
          types: ["string"],
          sample: "eyJrIjoic2FuZGJveDEifQ==",
        },
      ],
      exactlyOne: [],
    },
    amount: {
      optional: false,
      currencies: [
        "AUD",
        "BRL",
        "CAD",
        "CHF",
        "CNY",
        "DKK",
        "EUR",
        "GBP",
        "HKD",
        "MXN",
        "MYR",
        "NOK",
        "NZD",
        "PHP",
        "PLN",
        "SEK",
        "SGD",
        "THB",
        "USD",
        "ZAR",
      ],
    },
    sendsKey: true,
    partial: true,
    repeated: true,
  },
  {
    name: "yedpay",
    title: "Yedpay",
    summary: "Full refunds of payments taken through Yedpay (Hong Kong).",
    documentation: "https://api.yedpay.com/document/owner/refundTransaction",
    servers: { live: "https://api.yedpay.com/v1", test: "https://api-staging.yedpay.com/v1" },
    credentials: [
      [
        {
          name: "accessToken",
          description: "A login token, or a personal token that lives one year.",
          types: ["string"],
          secret: true,
          sample: "sandbox-token",
        },
      ],
    ],
    settings: [
      {
        name: "signKey",
        description: "The company's sign key of 32 characters. Needed for notifications.",
        types: ["string"],
        optional: true,
        secret: true,
        sample: "sandboxsandboxsandboxsandbox1234",
      },
    ],
    payment: {
      fields: [
        {
          name: "id",
          description: "The payment's id.",
          types: ["string"],
          sample: "xXxXxXxXxXXxXx",
        },
      ],
      exactlyOne: [],
    },
    reason: {
      name: "reason",
      description: "Why the payment is refunded, in your own words.",
      types: ["string"],
      optional: true,
    },
    partial: false,
    repeated: false,
    query: { payment: true, refund: false, key: false },
  },
];
