"""Who is in these tests: one advisor, two customers."""

from desktop.domain.customers import Customer
from desktop.domain.ids import CustomerId, PersonId
from desktop.domain.people import Person, Role

LEA = Person(id=PersonId("p1"), name="Léa Bonnet", role=Role.ADVISOR)
CLAIRE = Customer(id=CustomerId("c1"), given_name="Claire", family_name="Moreau")
KARIM = Customer(id=CustomerId("c2"), given_name="Karim", family_name="Haddad")
