// What the gateway adds to a role. Filled in where this daemon has one.
export async function roleExtras() { return null; }
export async function reviews() { return []; }
