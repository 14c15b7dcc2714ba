/** A name as the name of a field: a dot would lead into the field, a dollar would be an order. */
export const fieldName = (name: string): string =>
  name.replaceAll(/[%.$\0]/g, (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, '0')}`);

export const nameOfField = (field: string): string =>
  field.replaceAll(/%([0-9a-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
