/**
 * What people type when they must type twelve characters. Words, not passwords: digits, signs and case around them
 * are taken off before looking, and a word repeated is the word. Made by hand from the heads of public leak counts.
 */
export const COMMON_WORDS: ReadonlySet<string> = new Set(
  `password passwort passw0rd motdepasse contrasena contraseña senha wachtwoord haslo parola salasana
   passwordpassword mypassword thepassword newpassword yourpassword password1password changeme changemenow
   changethis letmein letmeinnow letmeinplease welcome welcomehome welcomeback iloveyou iloveyousomuch ilovegod
   iloveyouforever qwerty qwertyuiop qwertyuiopasdf qwertyqwerty qwertyasdfgh qwertyasdfzxcv asdfghjkl asdfghjkl
   asdfasdfasdf zxcvbnm zxcvbnmasdf zxcvbnmasdfghjkl qazwsx qazwsxedc qazwsxedcrfv qazwsxedcrfvtgb q1w2e3r4
   q1w2e3r4t5y6 1q2w3e4r 1q2w3e4r5t6y 1qaz2wsx 1qaz2wsx3edc azerty azertyuiop abcdefgh abcdefghijkl abcdefghijklm
   abcdefghijklmnop abcabcabc abcd1234abcd admin administrator adminadmin administration superadmin rootroot toor
   superuser sysadmin user guest default temporary temppassword secret topsecret mysecret secretpassword master
   masterpassword login loginlogin access accessgranted computer internet database server system manager letmepass
   nopassword noaccess monkey dragon football baseball basketball superman batman spiderman princess sunshine
   shadow michael jennifer jordan charlie ashley jessica thomas daniel trustno trustnoone starwars startrek pokemon
   whatever nothing forever friends lovelove loveyou mylove babygirl butterfly chocolate cheese cookie banana
   flower summer winter spring autumn january february march april june july august september october november
   december monday tuesday wednesday thursday friday saturday sunday company companyname office business service
   serviceman fieldservice dispatch dispatcher technician plumbing plumber heating cooling electric electrician
   hvac truck trucks truckroll workorder invoice helloworld hellohello hello testtest testing test testtesttest
   tester testpassword demo demodemo demouser example sample foobar blahblah asdf asdfg abc xyz freedom liberty
   america canada england london newyork chicago california texas correcthorsebatterystaple
   correcthorse opensesame ncc1701 thisismypassword idontknow iforgot iforgotmypassword password123password`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** Runs along the keyboard or the alphabet; twelve characters of them are no password in either direction. */
export const KEY_RUNS: readonly string[] = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890123456789',
  'qwertyuiopasdfghjklzxcvbnm',
  'qazwsxedcrfvtgbyhnujmikolp',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
  '1q2w3e4r5t6y7u8i9o0p',
  'azertyuiopqsdfghjklmwxcvbn',
];
