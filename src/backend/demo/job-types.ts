/** What the demo company does: its trades, job types with their prices, and the skills they need. */
import { type UnitPrice, unitPrice } from '#domain/money.ts';

export type Trade = 'HVAC' | 'Plumbing' | 'Electrical';

/** Trade, name, minutes, priority, skill, price. */
export const JOB_TYPES: readonly [Trade, string, number, string, string, string][] = [
  ['HVAC', 'No cool', 90, 'High', 'Cooling', '189.00'],
  ['HVAC', 'No heat', 90, 'Urgent', 'Heating', '199.00'],
  ['HVAC', 'Tune-up', 60, 'Normal', 'Cooling', '129.00'],
  ['HVAC', 'Thermostat', 45, 'Normal', 'Heating', '149.00'],
  ['HVAC', 'Estimate, system', 60, 'Normal', 'Sales', '0.00'],
  ['HVAC', 'Install, furnace', 240, 'Normal', 'Gas', '3890.00'],
  ['Plumbing', 'Water heater', 120, 'High', 'Gas', '249.00'],
  ['Plumbing', 'Drain clear', 60, 'Normal', 'Drains', '159.00'],
  ['Plumbing', 'Leak repair', 75, 'High', 'Pipes', '179.00'],
  ['Plumbing', 'Toilet repair', 45, 'Normal', 'Pipes', '119.00'],
  ['Plumbing', 'Sewer camera', 90, 'Normal', 'Drains', '299.00'],
  ['Electrical', 'Panel upgrade', 180, 'Normal', 'Panels', '1890.00'],
  ['Electrical', 'Outlet repair', 45, 'Normal', 'Wiring', '129.00'],
  ['Electrical', 'No power', 90, 'Urgent', 'Wiring', '219.00'],
  ['Electrical', 'EV charger', 150, 'Normal', 'Panels', '890.00'],
  ['Electrical', 'Lighting', 60, 'Low', 'Wiring', '149.00'],
];
/** What callers say instead of the name of the job type. */
export const KEYWORDS: Readonly<Record<string, string>> = {
  'No cool':
    'not cooling, warm air, ac out, ac broken, ac dead, ac not working, air conditioner, house is hot',
  'No heat':
    'not heating, cold house, furnace out, heater out, heat out, heater not working, furnace not starting, furnace wont turn on, furnace not turning on, boiler, no hot air',
  'Tune-up': 'maintenance, check up, seasonal service, cleaning, inspection',
  Thermostat: 'thermostat blank, wrong temperature, smart thermostat',
  'Estimate, system': 'quote, estimate, new system, replace ac',
  'Install, furnace': 'new furnace, furnace replacement',
  'Water heater': 'no hot water, water heater leaking, pilot light, tank',
  'Drain clear': 'clogged, slow drain, backed up, sink blocked, tub drains slowly',
  'Leak repair': 'leak, leaking, drip, dripping, burst pipe, water under sink, smell gas, gas smell',
  'Toilet repair': 'toilet running, toilet clogged, toilet overflowing, toilet blocked, toilet leaks, flush',
  'Sewer camera': 'sewer smell, camera inspection, main line',
  'Panel upgrade': 'breaker box, fuse box, panel, more circuits',
  'Outlet repair': 'outlet dead, socket, plug does not work, gfci',
  'No power':
    'power out, lights out, half the house dark, breaker trips, breaker tripping, no electricity, sparks',
  'EV charger': 'car charger, charging station, tesla',
  Lighting: 'light fixture, lights flicker, ceiling fan, lamp',
};

/** Two fifths of the price, as good a guess as any for a demo. */
export const costOf = (price: UnitPrice): UnitPrice => unitPrice(Math.round((price * 2) / 5));

export const SKILLS = ['Cooling', 'Heating', 'Gas', 'Sales', 'Drains', 'Pipes', 'Panels', 'Wiring'];
