/** The demo's people and streets. Phones are in the 555-01xx range, e-mails under example.com: nobody real. */
export const FIRST_NAMES =
  'Ana Ben Carla David Elena Frank Grace Hugo Irene James Karen Luis Maria Nora Omar Paula Quentin Rosa Sam Teresa Umar Vera Walter Xenia Yusuf Zoe Alice Brian Chloe Diego Emma Felix Gloria Henry Isabel Jack Kate Leo Mia Nathan'.split(
    ' ',
  );
export const LAST_NAMES =
  'Alvarez Bauer Chen Dubois Evans Fischer Grant Hart Ivanov Jensen Kim Lopez Miller Novak Okafor Patel Quinn Reyes Stein Tran Underwood Vargas Walsh Xu Young Zhang Adams Brooks Carter Diaz Ellis Foster Garcia Hughes Irwin James Keller Lind Moore Nguyen Ortega Price Ross Silva Turner Vance Weber Becker Cole Haddad'.split(
    ' ',
  );
export const STREETS =
  'Main St|Oak Ave|Hill St|River Rd|Maple Dr|Park Ave|Elm St|Lake Rd|School St|Church St|Mill Ln|Forest Ave|Spring St|Pine St|Summer St|Winter St|High St|Water St|Bridge St|Garden Ct|Beacon St|Pleasant St|Washington St|Franklin St'.split(
    '|',
  );
export const COMPANIES =
  'Bakery|Dental|Market|Laundry|Diner|Nursing Home|Hotel|School|Garage|Brewery|Clinic|Gym|Church|Daycare|Bookshop|Warehouse'.split(
    '|',
  );
type Town = readonly [
  city: string,
  state: 'MA' | 'IL',
  zip: string,
  latitude: number,
  longitude: number,
  zone: string,
];
export const EASTERN_TOWNS: readonly Town[] = [
  ['Quincy', 'MA', '02169', 42.2529, -71.0023, 'South'],
  ['Boston', 'MA', '02118', 42.3386, -71.0726, 'North'],
  ['Cambridge', 'MA', '02139', 42.3647, -71.1042, 'North'],
  ['Somerville', 'MA', '02143', 42.3876, -71.0995, 'North'],
  ['Milton', 'MA', '02186', 42.2496, -71.0662, 'South'],
  ['Braintree', 'MA', '02184', 42.2038, -71.0022, 'South'],
  ['Newton', 'MA', '02458', 42.337, -71.2092, 'West'],
  ['Waltham', 'MA', '02453', 42.3765, -71.2356, 'West'],
  ['Brookline', 'MA', '02445', 42.3318, -71.1212, 'West'],
  ['Malden', 'MA', '02148', 42.4251, -71.0662, 'East'],
  ['Revere', 'MA', '02151', 42.4084, -71.012, 'East'],
];
export const CENTRAL_TOWNS: readonly Town[] = [
  ['Chicago', 'IL', '60614', 41.9227, -87.6533, 'Lakeside'],
  ['Evanston', 'IL', '60201', 42.0451, -87.6877, 'Lakeside'],
  ['Oak Park', 'IL', '60302', 41.885, -87.7845, 'Prairie'],
  ['Cicero', 'IL', '60804', 41.8456, -87.7539, 'Prairie'],
];
