/** Names, streets and towns enough for 50,000 different customers. Nobody real: phones are 555s, mail is example.com. */
import type { Picks } from './chance.ts';

export const FIRST =
  'James Mary Robert Patricia John Jennifer Michael Linda David Elizabeth William Barbara Richard Susan Joseph Jessica Thomas Sarah Charles Karen Christopher Lisa Daniel Nancy Matthew Betty Anthony Margaret Mark Sandra Donald Ashley Steven Kimberly Paul Emily Andrew Donna Joshua Michelle Kenneth Carol Kevin Amanda Brian Dorothy George Melissa Timothy Deborah Ronald Stephanie Edward Rebecca Jason Sharon Jeffrey Laura Ryan Cynthia Jacob Kathleen Gary Amy Nicholas Angela Eric Shirley Jonathan Anna Stephen Brenda Larry Pamela Justin Emma Scott Nicole Brandon Helen Benjamin Samantha Samuel Katherine Gregory Christine Alexander Debra Frank Rachel Patrick Carolyn Raymond Janet Jack Maria Dennis Catherine Jerry Heather Tyler Diane Aaron Olivia Jose Julie Adam Joyce Nathan Victoria Henry Kelly Zachary Christina Douglas Lauren Peter Joan Kyle Evelyn Noah Judith Ethan Andrea Jeremy Hannah Walter Megan Christian Cheryl Keith Jacqueline Roger Martha Terry Madison Austin Teresa Sean Gloria Gerald Sara Carl Janice Dylan Ann Harold Kathryn Jordan Abigail Jesse Sophia Bryan Frances Lawrence Jean Arthur Alice Gabriel Judy Bruce Isabella Logan Julia Billy Grace Joe Amber Alan Denise Juan Danielle Elijah Marilyn Willie Beverly Albert Charlotte Wayne Natalie Randy Theresa Mason Diana Vincent Brittany Liam Doris Roy Kayla Bobby Alexis Caleb Lori Bradley Marie Russell Lucas'.split(
    ' ',
  );
export const LAST =
  'Smith Johnson Williams Brown Jones Garcia Miller Davis Rodriguez Martinez Hernandez Lopez Gonzalez Wilson Anderson Thomas Taylor Moore Jackson Martin Lee Perez Thompson White Harris Sanchez Clark Ramirez Lewis Robinson Walker Young Allen King Wright Scott Torres Nguyen Hill Flores Green Adams Nelson Baker Hall Rivera Campbell Mitchell Carter Roberts Gomez Phillips Evans Turner Diaz Parker Cruz Edwards Collins Reyes Stewart Morris Morales Murphy Cook Rogers Gutierrez Ortiz Morgan Cooper Peterson Bailey Reed Kelly Howard Ramos Kim Cox Ward Richardson Watson Brooks Chavez Wood James Bennett Gray Mendoza Ruiz Hughes Price Alvarez Castillo Sanders Patel Myers Long Ross Foster Jimenez Powell Jenkins Perry Russell Sullivan Bell Coleman Butler Henderson Barnes Gonzales Fisher Vasquez Simmons Romero Jordan Patterson Alexander Hamilton Graham Reynolds Griffin Wallace Moreno West Cole Hayes Bryant Herrera Gibson Ellis Tran Medina Aguilar Stevens Murray Ford Castro Marshall Owens Harrison Fernandez McDonald Woods Washington Kennedy Wells Vargas Henry Chen Freeman Webb Tucker Guzman Burns Crawford Olson Simpson Porter Hunter Gordon Mendez Silva Shaw Snyder Mason Dixon Munoz Hunt Hicks Holmes Palmer Wagner Black Robertson Boyd Rose Stone Salazar Fox Warren Mills Meyer Rice Schmidt Garza Daniels Ferguson Nichols Stephens Soto Weaver Ryan Gardner Payne Grant Dunn Kelley Spencer Hawkins Arnold Pierce Hansen Peters Santos Hart Bradley Knight Elliott Cunningham Duncan Armstrong Hudson Carroll Lane Riley Andrews Alvarado Ray Delgado Berry Perkins Hoffman Johnston Matthews Pena Richards Contreras Willis Carpenter Lawrence Sandoval'.split(
    ' ',
  );
const BEGINNINGS =
  'Bar Cal Dor Fen Gal Har Kel Lam Mor Nor Pel Quin Ros Sal Tam Vel Wes Zan Brun Clar Dren Fal Grim Hol Jar Kov Lind Mal Nes Ost'.split(
    ' ',
  );
const MIDDLES = 'an en in on er ar el il ow ut as et or ad im'.split(' ');
const ENDINGS =
  'ski son ez berg man ton well ley ford ano etti ova ides ian ich sen quist dale worth more'.split(' ');

/** A third of the people has a name out of thousands, as in any town. */
export const lastName = (chance: Picks): string =>
  chance.share(0.66) ? chance.of(LAST) : chance.of(BEGINNINGS) + chance.of(MIDDLES) + chance.of(ENDINGS);

const STREET_NAMES =
  'Main Oak Hill River Maple Park Elm Lake School Church Mill Forest Spring Pine Summer Winter High Water Bridge Garden Beacon Pleasant Washington Franklin Cedar Chestnut Union Walnut Lincoln Adams Jefferson Highland Prospect Central Grove Lexington Warren Harvard Brookline Cambridge Dudley Fairmount Granite Hancock Hollis Independence Jackson Kenwood Lafayette Madison Newbury Orchard Pearl Quarry Revere Sherman Tremont Upland Vernon Willow Woodlawn Academy Bedford Clifton Dover Everett Foster Glenwood Hamilton Ivy Jordan Kingston Linden Monroe Norfolk Osgood Porter Ridge Stanley Temple Utica Vine Webster Ashland Boylston Columbia Dartmouth Emerson Fulton Gardner Howard Irving Juniper Kendall Lowell Marshall Nelson Oxford Plymouth Randolph Summit Thornton Underwood Victoria Windsor'.split(
    ' ',
  );
export const STREET_ENDINGS = [
  'Street',
  'Avenue',
  'Road',
  'Drive',
  'Lane',
  'Court',
  'Terrace',
  'Place',
] as const;
const SHORT_ENDINGS: Readonly<Record<string, string>> = {
  Street: 'St',
  Avenue: 'Ave',
  Road: 'Rd',
  Drive: 'Dr',
  Lane: 'Ln',
  Court: 'Ct',
  Terrace: 'Ter',
  Place: 'Pl',
};
export const shortStreet = (street: string): string =>
  street.replace(/[A-Z][a-z]+$/, (ending) => SHORT_ENDINGS[ending] ?? ending);
export const streetName = (chance: Picks): string =>
  `${chance.of(STREET_NAMES)} ${chance.of(STREET_ENDINGS)}`;

export const TOWNS = [
  ['Quincy', '02169', '617'],
  ['Boston', '02118', '617'],
  ['Cambridge', '02139', '617'],
  ['Somerville', '02143', '617'],
  ['Milton', '02186', '617'],
  ['Braintree', '02184', '781'],
  ['Newton', '02458', '617'],
  ['Waltham', '02453', '781'],
  ['Brookline', '02445', '617'],
  ['Malden', '02148', '781'],
  ['Revere', '02151', '781'],
  ['Weymouth', '02188', '781'],
  ['Framingham', '01701', '508'],
  ['Worcester', '01602', '508'],
  ['Brockton', '02301', '508'],
  ['Medford', '02155', '781'],
  ['Salem', '01970', '978'],
  ['Lowell', '01850', '978'],
] as const;

export const TRADES =
  'Bakery Dental Market Laundry Diner Hotel School Garage Brewery Clinic Gym Church Daycare Bookshop Warehouse Nursery Salon Pharmacy'.split(
    ' ',
  );
