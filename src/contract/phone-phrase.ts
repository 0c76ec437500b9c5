/** What is wrong with a phone number, after “This …”: the same while typing and from the server. */
import { FEWEST_PHONE_DIGITS, MOST_PHONE_DIGITS, type PhoneFault } from '#domain/customer/phone-number.ts';

export function phonePhrase(fault: PhoneFault): string {
  switch (fault.code) {
    case 'no_digits':
      return 'is not a phone number: there are no digits in it';
    case 'not_a_number':
      return 'is not a phone number: only digits, spaces, + ( ) - . / and an extension such as “x12” may be in it';
    case 'too_few': {
      const missing = FEWEST_PHONE_DIGITS - fault.digits;
      return `is not a whole phone number: at least ${missing} digit${missing === 1 ? ' is' : 's are'} missing`;
    }
    case 'too_many':
      return `is longer than a phone number: it has ${fault.digits} digits, ${MOST_PHONE_DIGITS} are the most`;
  }
}
