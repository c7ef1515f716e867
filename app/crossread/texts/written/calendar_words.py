"""Names of months and seasons, and the bounds and the EDTF of dates that are known in part."""

import calendar
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

# fmt: off
_MONTHS = (
    "january february march april may june july august september october november december",
    "jan feb mar apr - jun jul aug sep oct nov dec",
    "- - - - - - - - sept - - -",
    "januar februar märz april mai juni juli august september oktober november dezember",
    "jänner feber - - - - - - - - - -",
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "januari februari maart april mei juni juli augustus september oktober november december",
    "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
    "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
    "yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr",
    (
        "հունվարի փետրվարի մարտի ապրիլի մայիսի հունիսի "
        "հուլիսի օգոստոսի սեպտեմբերի հոկտեմբերի նոյեմբերի դեկտեմբերի"
    ),
    "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
    "ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر",
)
# fmt: on
MONTHS = {
    name: number for names in reversed(_MONTHS) for number, name in enumerate(names.split(), 1) if name != "-"
}
ENGLISH_MONTHS = frozenset(_MONTHS[0].split())
SHORT_MONTHS = frozenset(" ".join(_MONTHS[1:3]).split()) - {"-"}
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
EARLIEST_YEAR, LATEST_YEAR = 1000, 2100  # other numbers of four digits are no years
_CENTURY_TURNS = 30  # two digits below it are of this century, others of the last


@dataclass(frozen=True, slots=True)
class PartDate:
    """A date as far as it is written; 0 for what is not. A season stands in `month` as 21 to 24 (EDTF)."""

    year: int = 0
    month: int = 0
    day: int = 0

    @property
    def edtf(self) -> str:
        """The date in EDTF, with X for each digit of a year that is not written."""
        year = f"{self.year:04d}" if self.year else "XXXX"
        month = f"-{self.month:02d}" if self.month else "-XX" if self.day else ""
        return year + month + (f"-{self.day:02d}" if self.day else "")

    @property
    def is_real(self) -> bool:
        """Tell whether there is such a day, month or year."""
        if not self.day:
            return True
        if not 1 <= self.day <= 31 or not 0 <= self.month <= 12:
            return False
        return not self.month or self.day <= calendar.monthrange(self.year or 2000, self.month)[1]

    def bounds(self) -> tuple[Fraction, Fraction] | None:
        """Return the first and last day that it may mean, as `date.toordinal` counts; None without a year."""
        if not self.year or (self.day and not self.month):
            return None
        if self.month > 12:
            return self._season_bounds()
        first = date(self.year, self.month or 1, self.day or 1)
        last_month = self.month or 12
        last = date(self.year, last_month, self.day or calendar.monthrange(self.year, last_month)[1])
        return Fraction(first.toordinal()), Fraction(last.toordinal())

    def _season_bounds(self) -> tuple[Fraction, Fraction]:
        # "The winter of 1992" may be the one that begins in that year or the one that ends in it.
        begins = {21: (0, 3), 22: (0, 6), 23: (0, 9), 24: (-1, 12)}[self.month]
        ends = {21: (0, 6), 22: (0, 9), 23: (0, 12), 24: (1, 3)}[self.month]
        first = date(self.year + begins[0], begins[1], 1)
        last = date(self.year + ends[0], ends[1], 1)
        return Fraction(first.toordinal()), Fraction(last.toordinal() - 1)


def full_year(digits: int) -> int:
    """Return the year that two digits stand for."""
    return digits + (2000 if digits < _CENTURY_TURNS else 1900)
