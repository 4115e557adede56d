-- A person's placements are found by number at once, however many a council has had.
create index placement_by_number on placement.standing_placement (nhs_number) where nhs_number is not null;
