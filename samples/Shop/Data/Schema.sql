-- Money is in cents, times are ISO 8601 in UTC, days are yyyy-MM-dd.
CREATE TABLE customers (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, email TEXT NOT NULL, address TEXT NOT NULL, locale TEXT NOT NULL
) STRICT;
CREATE TABLE products (
  sku TEXT PRIMARY KEY, family TEXT NOT NULL, name TEXT NOT NULL, color TEXT NOT NULL, size TEXT NOT NULL,
  price INTEGER NOT NULL CHECK (price > 0), stock INTEGER NOT NULL CHECK (stock >= 0)
) STRICT;
CREATE TABLE orders (
  number TEXT PRIMARY KEY, customer TEXT NOT NULL REFERENCES customers (id), placed TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('processing', 'packed', 'shipped', 'delivered', 'cancelled', 'returned')),
  address TEXT NOT NULL, cancelReason TEXT
) STRICT;
CREATE INDEX ordersOfCustomer ON orders (customer, placed);
CREATE TABLE items (
  orderNumber TEXT NOT NULL REFERENCES orders (number), sku TEXT NOT NULL REFERENCES products (sku),
  quantity INTEGER NOT NULL CHECK (quantity > 0), price INTEGER NOT NULL, PRIMARY KEY (orderNumber, sku)
) STRICT;
CREATE TABLE shipments (
  orderNumber TEXT PRIMARY KEY REFERENCES orders (number), carrier TEXT NOT NULL, tracking TEXT NOT NULL,
  status TEXT NOT NULL, expected TEXT NOT NULL, delivered TEXT
) STRICT;
CREATE TABLE invoices (
  number TEXT PRIMARY KEY, orderNumber TEXT NOT NULL UNIQUE REFERENCES orders (number), issued TEXT NOT NULL, amount INTEGER NOT NULL
) STRICT;
CREATE TABLE invoiceLetters (
  invoice TEXT NOT NULL REFERENCES invoices (number), sentTo TEXT NOT NULL, at TEXT NOT NULL
) STRICT;
CREATE TABLE returns (
  number TEXT PRIMARY KEY, orderNumber TEXT NOT NULL, sku TEXT NOT NULL, reason TEXT NOT NULL,
  resolution TEXT NOT NULL CHECK (resolution IN ('refund', 'exchange')), exchangeFor TEXT REFERENCES products (sku),
  amount INTEGER NOT NULL, status TEXT NOT NULL CHECK (status IN ('announced', 'received')), at TEXT NOT NULL,
  FOREIGN KEY (orderNumber, sku) REFERENCES items (orderNumber, sku), UNIQUE (orderNumber, sku)
) STRICT;
CREATE TABLE refunds (
  number TEXT PRIMARY KEY, orderNumber TEXT NOT NULL REFERENCES orders (number), amount INTEGER NOT NULL CHECK (amount > 0),
  reason TEXT NOT NULL, at TEXT NOT NULL, payBy TEXT NOT NULL
) STRICT;
-- What a changing tool answered, so that asking again changes nothing.
CREATE TABLE idempotency (
  key TEXT PRIMARY KEY, tool TEXT NOT NULL, customer TEXT NOT NULL, arguments TEXT NOT NULL,
  refused INTEGER NOT NULL, answer TEXT NOT NULL, at TEXT NOT NULL
) STRICT;
