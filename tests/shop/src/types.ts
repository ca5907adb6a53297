export interface Customer {
  id: string;
  email: string;
  firstName: string;
  joinedAt: Date;
}

export interface Line {
  sku: string;
  quantity: number;
  cents: number;
}

export interface Order {
  id: string;
  customer: Customer;
  lines: Line[];
  placedAt: Date;
}

export function total(order: Order): number {
  return order.lines.reduce((sum, line) => sum + line.quantity * line.cents, 0) / 100;
}
